package io.homeport.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent in JVMs that have nothing for it to do: they run as they do without it, but for one line. */
final class UninvolvedJvmIT {
    private static final String OPTION = "-javaagent:" + ChildJvm.AGENT + "=node.id=n1";

    @TempDir
    private Path folder = Path.of("");

    /** Everything a caller can tell of a process; a JVM's own "Picked up" line is no part of it. */
    private record Outcome(int exitCode, String output, List<String> error) {}

    static Stream<Arguments> tools() throws IOException {
        List<Arguments> tools = new ArrayList<>();
        for (Path home : ChildJvm.homes()) {
            tools.add(Arguments.of("JAVA_TOOL_OPTIONS", List.of(home + "/bin/keytool", "-help")));
            tools.add(Arguments.of("JAVA_TOOL_OPTIONS", List.of(home + "/bin/keytool", "-no-such-command")));
            tools.add(Arguments.of("JAVA_TOOL_OPTIONS", List.of(home + "/bin/javac", "--version")));
            tools.add(Arguments.of("JAVA_TOOL_OPTIONS", List.of(home + "/bin/jar", "--version")));
        }
        tools.add(Arguments.of("MAVEN_OPTS", List.of("mvn", "-B", "-version")));
        return tools.stream();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void aToolRunsAsItDoesWithoutTheAgent(String variable, List<String> command) throws Exception {
        Outcome without = run(variable, "-Dnothing=1", command);
        Outcome with = run(variable, OPTION, command);

        assertThat(with.exitCode()).isEqualTo(without.exitCode());
        assertThat(with.output()).isEqualTo(without.output());
        assertThat(with.error())
                .filteredOn(line -> line.startsWith("homeport: "))
                .hasSize(1);
        assertThat(with.error())
                .filteredOn(line -> !line.startsWith("homeport: "))
                .isEqualTo(without.error());
    }

    private Outcome run(String variable, String option, List<String> command) throws Exception {
        Path output = folder.resolve("out");
        Path error = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOMEPORT_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put(variable, option);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> said = new ArrayList<>(Files.readAllLines(error));
        said.removeIf(line -> line.startsWith("Picked up "));
        return new Outcome(process.exitValue(), Files.readString(output), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "11", "16"})
    void anOlderJvmIsToldInOneLineAndRunsOn(String version) throws Exception {
        ChildJvm child =
                ChildJvm.batch("node.id=n1", "-javaagent:" + OtherAgent.jar(folder, OlderJvm.class) + "=" + version);

        assertThat(child.exitCode()).isZero();
        assertThat(child.output()).startsWith("batch runs");
        assertThat(child.error())
                .containsExactly(
                        "homeport: Java " + version.replace("1.8", "8") + " (expected: 17 or newer); not active");
    }

    /** Newer class files would abort such a JVM before it could be told. */
    @Test
    void whatAnOlderJvmLoadsIsOfJavaEight() throws IOException {
        try (JarFile jar = new JarFile(ChildJvm.AGENT)) {
            for (String type : Arrays.asList("Agent", "AgentClassLoader")) {
                try (InputStream in = jar.getInputStream(jar.getEntry("io/homeport/agent/" + type + ".class"));
                        DataInputStream header = new DataInputStream(in)) {
                    assertThat(header.readInt()).isEqualTo(0xCAFEBABE);
                    assertThat(header.readUnsignedShort()).isZero();
                    assertThat(header.readUnsignedShort()).isEqualTo(52);
                }
            }
        }
    }
}
