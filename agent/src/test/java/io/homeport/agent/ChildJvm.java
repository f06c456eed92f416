package io.homeport.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a JVM of its own did.
 *
 * @param error the lines of standard error without those of the JVM itself
 */
record ChildJvm(int exitCode, List<String> output, List<String> error) {
    static final String AGENT =
            Objects.requireNonNull(System.getProperty("homeport.test.agent"), "homeport.test.agent");

    /** This JVM's own installation. */
    static Path home() {
        return Path.of(Objects.requireNonNull(System.getProperty("java.home")));
    }

    /** This installation, and the newest other one that lies beside it. */
    static List<Path> homes() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(home()));
        try (Stream<Path> beside =
                Files.list(Objects.requireNonNull(home().toRealPath().getParent()))) {
            beside.filter(folder -> version(folder) > Runtime.version().feature())
                    .max(Comparator.comparingInt(ChildJvm::version))
                    .ifPresent(homes::add);
        }
        return homes;
    }

    /** The feature release that an installation's {@code release} file names; 0 for what is none. */
    static int version(Path home) {
        try {
            String release = Files.readString(home.resolve("release"));
            String version = release.replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1");
            return Files.isExecutable(home.resolve("bin/java")) ? Integer.parseInt(version) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** Runs {@code java} with the arguments in an environment without any HOMEPORT variable. */
    static ChildJvm run(Path home, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("child", ".out");
        Path error = Files.createTempFile("child", ".err");
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(error.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOMEPORT_") || name.startsWith("JAVA_TOOL"));
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + command);
        }
        List<String> said = new ArrayList<>(Files.readAllLines(error));
        said.removeIf(line -> line.startsWith("Picked up ") || line.contains("VM warning"));
        return new ChildJvm(process.exitValue(), Files.readAllLines(output), said);
    }

    /** Runs {@link BatchApplication} with the agent in front of it. */
    static ChildJvm batch(String agentArguments, String... options) throws IOException, InterruptedException {
        return batch(home(), agentArguments, options);
    }

    static ChildJvm batch(Path home, String agentArguments, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("-javaagent:" + AGENT + (agentArguments.isEmpty() ? "" : "=" + agentArguments));
        arguments.addAll(List.of("-cp", classes(), BatchApplication.class.getName()));
        return run(home, arguments);
    }

    /** The folder of this module's test classes, and nothing else. */
    static String classes() {
        return Path.of("target", "test-classes").toAbsolutePath().toString();
    }
}
