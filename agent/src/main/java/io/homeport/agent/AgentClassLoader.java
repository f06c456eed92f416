package io.homeport.agent;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Loads what lies in the agent's jar as {@code homeport/….classdata}: out of reach of the application, and of every loader
 * but this one and its children. Everything else comes from the JDK.
 */
final class AgentClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;

    /** Opens the jar without verification; it stays open for as long as the JVM lives. */
    AgentClassLoader(File jar, ClassLoader platform) throws IOException {
        super(platform);
        this.jar = new JarFile(jar, false);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes;
        try {
            bytes = read(name.replace('.', '/') + ".class");
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, Agent.class.getProtectionDomain());
    }

    /** Finds the class files of this loader, for the loaders that define adapters. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        try {
            byte[] bytes = name.endsWith(".class") ? read(name) : null;
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        } catch (IOException e) {
            return null;
        }
    }

    private byte @Nullable [] read(String classFile) throws IOException {
        ZipEntry entry = jar.getEntry("homeport/" + classFile.substring(0, classFile.length() - 5) + "classdata");
        if (entry == null) {
            return null;
        }
        // Read once, into an array of the size that the jar names: this is most of what a start leaves to the
        // collector.
        byte[] bytes = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readFully(bytes);
        }
        return bytes;
    }
}
