package io.homeport.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** A copy of the agent in which the names of the containers' classes are misspelt, so that it recognises none of them. */
final class UnawareAgent {
    private static final String NAMES = "homeport/io/homeport/agent/HookNames.classdata";

    private UnawareAgent() {}

    /** The copy, made once for each test JVM. */
    static synchronized Path of(Path agent) {
        Path copy = Path.of(
                        "target",
                        "homeport-agent-unaware-" + ProcessHandle.current().pid() + ".jar")
                .toAbsolutePath();
        if (!Files.exists(copy)) {
            copy.toFile().deleteOnExit();
            write(agent, copy);
        }
        return copy;
    }

    private static void write(Path agent, Path copy) {
        try (JarFile jar = new JarFile(agent.toFile());
                OutputStream file = Files.newOutputStream(copy);
                JarOutputStream out = new JarOutputStream(file)) {
            for (JarEntry entry : jar.stream().toList()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = jar.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    out.write(entry.getName().equals(NAMES) ? misspelt(bytes) : bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the same length, so that the class file stays in order. */
    private static byte[] misspelt(byte[] classFile) {
        return new String(classFile, StandardCharsets.ISO_8859_1)
                .replace("org/apache/", "xxx/apache/")
                .replace("org/eclipse/jetty/", "xxx/eclipse/jetty/")
                .replace("io/undertow/", "xx/undertow/")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
