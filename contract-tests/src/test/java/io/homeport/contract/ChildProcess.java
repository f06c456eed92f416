package io.homeport.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that ends with the test. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final LogLines log = new LogLines();

    ChildProcess(List<String> command) {
        this(command, Path.of("target"), Map.of());
    }

    /** @param environment what is added to this JVM's own */
    ChildProcess(List<String> command, Path folder, Map<String, String> environment) {
        this.folder = folder;
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("HOMEPORT_"));
            builder.environment().putAll(environment);
            builder.directory(folder.toFile());
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** A JVM; our mains exit when their stdin closes, which it does with this JVM whatever befalls it. */
    static ChildProcess jvm(Jdk jdk, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.java(), "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        // A JVM that is killed clears nothing away, so what it writes goes with the build's own files.
        command.add("-Djava.io.tmpdir=" + scratch());
        command.addAll(arguments);
        return new ChildProcess(command);
    }

    static Path scratch() {
        try {
            return Files.createDirectories(Path.of("target", "scratch").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
            }
        } catch (IOException e) {
            log.add("output lost: " + e);
        } finally {
            log.end();
        }
    }

    /** Where it was started. */
    Path folder() {
        return folder;
    }

    LogLines log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    void tell(String command) {
        try {
            OutputStream stdin = process.getOutputStream();
            stdin.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            stdin.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes its stdin, which ends our mains in an orderly way. */
    void endStdin() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code, waited for. */
    int exitCode() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("still running:\n" + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as {@code kill} does, and with it the processes that it has started. */
    void end() {
        process.destroy();
        exitCode();
    }

    /** Ends it, and what it has started, as {@code kill -9} does. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        exitCode();
    }
}
