package io.homeport.agent;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Loads the classes of some jars as a JVM would that has nothing else, and woven ones in place of theirs. */
final class WovenClasses extends URLClassLoader {
    WovenClasses(List<Path> jars) {
        super(jars.stream().map(WovenClasses::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar.toString(), e);
        }
    }

    /** Has the JVM verify a class file, without running any of it. */
    List<String> verify(String type, byte[] bytes) {
        String name = type.replace('/', '.');
        try {
            Class<?> loaded = defineClass(name, bytes, 0, bytes.length);
            // Asking for its fields links a class, which includes verification.
            Objects.requireNonNull(loaded.getDeclaredFields());
            return List.of();
        } catch (LinkageError e) {
            return List.of(name + " does not verify once it is woven: " + e);
        }
    }
}
