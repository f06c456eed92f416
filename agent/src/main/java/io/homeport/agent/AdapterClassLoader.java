package io.homeport.agent;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Defines the classes of one adapter where they see both their container and, by way of the agent's loader, the policy. */
final class AdapterClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Container container;

    AdapterClassLoader(ClassLoader parent, Container container) {
        super("homeport-adapter", parent);
        this.container = container;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("io.homeport.")) {
            return super.loadClass(name, resolve);
        }
        if (!name.startsWith(container.classPrefix())) {
            return AdapterClassLoader.class.getClassLoader().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            @Nullable Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = container.classFolder() + name.replace('.', '/') + ".class";
        try (InputStream in = AdapterClassLoader.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, AdapterClassLoader.class.getProtectionDomain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
