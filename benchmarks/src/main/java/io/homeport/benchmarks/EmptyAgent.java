package io.homeport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An agent that does nothing: what any {@code -javaagent} costs. */
public final class EmptyAgent {
    private EmptyAgent() {}

    public static void premain(String arguments) {
        // Nothing: that is what is measured.
    }

    /** A jar with this class alone. */
    static Path jar() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
        String file = EmptyAgent.class.getName().replace('.', '/') + ".class";
        try (InputStream in =
                Objects.requireNonNull(EmptyAgent.class.getClassLoader().getResourceAsStream(file))) {
            Path jar = Files.createTempFile("empty-agent", ".jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                out.putNextEntry(new JarEntry(file));
                in.transferTo(out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
