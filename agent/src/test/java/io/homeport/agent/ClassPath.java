package io.homeport.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Class files of some jars, and behind them those of the JDK and of the agent; reads them without loading any class. */
final class ClassPath implements AutoCloseable {
    private final List<JarFile> jars = new ArrayList<>();
    private final Map<String, ClassShape> shapes = new HashMap<>();

    ClassPath(List<Path> files) throws IOException {
        for (Path file : files) {
            jars.add(new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version()));
        }
    }

    /** The class file of that internal name in the jars, null where there is none. */
    byte @Nullable [] inJars(String name) {
        try {
            for (JarFile jar : jars) {
                ZipEntry entry = jar.getEntry(name + ".class");
                if (entry != null) {
                    return read(jar.getInputStream(entry));
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shape of a class of the jars, the JDK or the agent, null where there is none. */
    @Nullable
    ClassShape shape(String name) {
        ClassShape known = shapes.get(name);
        if (known == null) {
            byte[] bytes = inJars(name);
            byte[] found = bytes == null ? elsewhere(name) : bytes;
            if (found == null) {
                return null;
            }
            known = ClassShape.of(found);
            shapes.put(name, known);
        }
        return known;
    }

    /** The agent's tests have versions of the containers on their own class path, which must not answer here. */
    private static byte @Nullable [] elsewhere(String name) {
        boolean ours = name.startsWith("io/homeport/");
        return ours ? ours(name) : resource(ClassLoader.getPlatformClassLoader(), name);
    }

    /** The class file of one of the agent's own classes. */
    static byte @Nullable [] ours(String name) {
        return resource(ClassPath.class.getClassLoader(), name);
    }

    private static byte @Nullable [] resource(ClassLoader loader, String name) {
        try {
            InputStream in = loader.getResourceAsStream(name + ".class");
            return in == null ? null : read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }
}
