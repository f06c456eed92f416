package io.homeport.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One way to run the hello server. */
enum Variant {
    NONE,
    EMPTY_AGENT,
    AGENT,
    FILTER,
    OPENTELEMETRY;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The command line of a hello server of this kind; what follows are its arguments. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        String path = System.getProperty("java.class.path");
        if (this == FILTER) {
            path += File.pathSeparator + built("servlet-filter/target/homeport-servlet-filter.jar");
        }
        command.addAll(List.of("-cp", path, Benchmarks.class.getName(), "hello"));
        command.addAll(List.of(arguments));
        if (this == FILTER) {
            command.add("--filter");
        }
        return command;
    }

    private List<String> options() {
        return switch (this) {
            case NONE, FILTER -> List.of();
            case EMPTY_AGENT -> List.of("-javaagent:" + EmptyAgent.jar());
            case AGENT -> List.of("-javaagent:" + built("agent/target/homeport-agent.jar") + "=node.id=n1");
            // Nothing is exported, so that only the agent itself is measured.
            case OPENTELEMETRY ->
                List.of(
                        "-javaagent:" + built("benchmarks/target/opentelemetry-javaagent.jar"),
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none");
        };
    }

    private static Path built(String file) {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new IllegalStateException(file + ": missing (expected: the build's result, in the project's folder)");
        }
        return path;
    }
}
