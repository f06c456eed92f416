package io.homeport.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One way to run the hello server. */
enum Variant {
    NONE,
    EMPTY_AGENT,
    AGENT,
    FILTER;

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** The command line of a hello server of this kind; what follows is its argument. */
    List<String> command(String argument) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        if (this == AGENT) {
            command.add("-javaagent:" + built("agent/target/homeport-agent.jar") + "=node.id=n1");
        } else if (this == EMPTY_AGENT) {
            command.add("-javaagent:" + EmptyAgent.jar());
        }
        String path = System.getProperty("java.class.path");
        if (this == FILTER) {
            path += File.pathSeparator + built("servlet-filter/target/homeport-servlet-filter.jar");
        }
        command.addAll(List.of("-cp", path, Benchmarks.class.getName(), "hello", argument));
        if (this == FILTER) {
            command.add("--filter");
        }
        return command;
    }

    private static Path built(String file) {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new IllegalStateException(file + ": missing (expected: the build's result, in the project's folder)");
        }
        return path;
    }
}
