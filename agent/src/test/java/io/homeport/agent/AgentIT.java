package io.homeport.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built jar in JVMs of their own. */
final class AgentIT {
    private static final String STARTED =
            "homeport: node n1, DNS cache 0 s, not found 0 s (verified); waiting for a container";

    /** Loggers, JMX and the network would be set up too early and by the wrong hand; the weaver waits for a container. */
    private static final List<String> COSTLY = List.of(
            "java.util.logging.",
            "jdk.internal.logger.",
            "javax.management.",
            "java.lang.management.",
            "java.net.InetAddress ",
            "java.net.http.",
            "com.sun.net.",
            "io.homeport.lib.",
            "io.homeport.Homeport ");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("homes")
    void aBatchJvmGetsOneLineNoThreadAndSeesNothingOfOurs(Path home) throws Exception {
        Path log = folder.resolve("classes.log");

        ChildJvm child = ChildJvm.batch(home, "node.id=n1", "-Xlog:class+load:file=" + log);

        assertThat(child.exitCode()).isZero();
        assertThat(child.error()).containsExactly(STARTED);
        assertThat(child.output())
                .containsExactly(
                        "batch runs",
                        "io.homeport.Homeport false",
                        "io.homeport.agent.AgentStart false",
                        "io.homeport.lib.asm.ClassReader false",
                        "threads []");
        List<String> loaded = Files.readAllLines(log);
        List<String> before = loaded.subList(0, indexOf(loaded, "io.homeport.agent.BatchApplication"));
        assertThat(before).anyMatch(line -> line.contains("io.homeport.agent.AgentStart"));
        for (String costly : COSTLY) {
            assertThat(before).filteredOn(line -> line.contains(" " + costly)).isEmpty();
        }
    }

    private static int indexOf(List<String> lines, String type) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(" " + type + " ")) {
                return i;
            }
        }
        throw new AssertionError(type + " was not loaded");
    }

    @Test
    void keepLeavesTheJvmsOwnDnsTimes() throws Exception {
        assertThat(ChildJvm.batch("node.id=n1,dns.ttl=keep,dns.negative-ttl=keep")
                        .error())
                .containsExactly(
                        "homeport: node n1, DNS cache 30 s, not found 10 s (verified); waiting for a container");
    }

    @Test
    void theDnsTimesConfiguredAreTheOnesInForce() throws Exception {
        assertThat(ChildJvm.batch("node.id=n1,dns.ttl=5m,dns.negative-ttl=3", "-Dsun.net.inetaddr.ttl=7")
                        .error())
                .containsExactly(
                        "homeport: node n1, DNS cache 300 s, not found 3 s (verified); waiting for a container");
    }

    static List<Path> homes() throws IOException {
        List<Path> homes = ChildJvm.homes();
        if (homes.size() == 1) {
            System.out.println("no newer JDK beside " + homes.get(0) + ": the agent is tried on this one alone");
        }
        return homes;
    }

    @ParameterizedTest
    @MethodSource("homes")
    void aDnsPolicyThatAnotherAgentFixedBeforeIsMended(Path home) throws Exception {
        Path other = OtherAgent.jar(folder, EarlyLookup.class);

        ChildJvm child = ChildJvm.run(
                home,
                List.of(
                        "--add-opens=java.base/java.net=ALL-UNNAMED",
                        "-javaagent:" + other,
                        "-javaagent:" + ChildJvm.AGENT + "=node.id=n1,dns.ttl=2",
                        "-cp",
                        ChildJvm.classes(),
                        CachedNames.class.getName()));

        assertThat(child.error())
                .containsExactly("homeport: node n1, DNS cache 2 s, not found 0 s (verified); waiting for a container");
        assertThat(child.output()).containsExactly("looked up localhost", "cached []");
    }

    @Test
    void configurationErrorsAreAllSaidAndTheApplicationDoesNotStart() throws Exception {
        Path file = Files.writeString(folder.resolve("homeport.yaml"), "node.idd: x\nmanagement.port: 99999\n");

        ChildJvm child = ChildJvm.batch("config=" + file + ",dns.ttl=soon,oops", "-Dhomeport.hold.last=maybe");

        assertThat(child.exitCode()).isOne();
        assertThat(child.output()).isEmpty();
        assertThat(child.error())
                .containsExactly(
                        "homeport: agent arguments: oops (expected: key=value,key=value; lists are separated by ;)",
                        "homeport: node.idd: x (expected: a known key; nearest: node.id; from " + file + ")",
                        "homeport: hold.last: maybe (expected: serve or refuse)",
                        "homeport: dns.ttl: soon (expected: keep, or seconds of 0 to 86400, or a duration such as 30s)",
                        "homeport: management.port: 99999 (expected: off or a port of 0 to 65535)",
                        "homeport: 5 problems in the configuration; the application is not started (strict=false"
                                + " starts it without Homeport)");
    }

    @Test
    void notStrictTheApplicationStartsWithoutHomeport() throws Exception {
        ChildJvm child = ChildJvm.batch("strict=false,node.id=!");

        assertThat(child.exitCode()).isZero();
        assertThat(child.output()).startsWith("batch runs");
        assertThat(child.error())
                .containsExactly(
                        "homeport: node.id: ! (expected: 1 to 32 of A-Z a-z 0-9 _)",
                        "homeport: 1 problem in the configuration; not active, because strict=false");
    }

    @Test
    void theFlagGivenTwiceIsRefusedInOneLine() throws Exception {
        Path copy = Files.copy(Path.of(ChildJvm.AGENT), folder.resolve("copy.jar"));

        for (String second : new String[] {ChildJvm.AGENT, copy.toString()}) {
            assertThat(ChildJvm.batch("node.id=n2", "-javaagent:" + second + "=node.id=n1")
                            .error())
                    .containsExactly(
                            STARTED,
                            "homeport: -javaagent: a second Homeport (expected: one per JVM); only the first is"
                                    + " active");
        }
    }

    @Test
    void anOddPathOfTheJarDoesNotMatter() throws Exception {
        Path copy = Files.copy(
                Path.of(ChildJvm.AGENT),
                Files.createDirectory(folder.resolve("a b+c%20d")).resolve("e.jar"));

        ChildJvm attached = ChildJvm.run(
                ChildJvm.home(),
                List.of(
                        "-javaagent:" + copy + "=node.id=n1",
                        "-cp",
                        ChildJvm.classes(),
                        BatchApplication.class.getName()));
        ChildJvm version = ChildJvm.run(ChildJvm.home(), List.of("-jar", copy.toString(), "--version"));

        assertThat(attached.error()).containsExactly(STARTED);
        assertThat(version.output()).singleElement().asString().matches("Homeport \\d.*, Java .*");
    }

    @Test
    void onlyTheTwoEntryClassesAreClassesToAScanner() throws IOException {
        try (JarFile jar = new JarFile(ChildJvm.AGENT)) {
            List<String> names = new ArrayList<>();
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> !name.endsWith("/"))
                    .forEach(names::add);

            assertThat(names)
                    .filteredOn(name -> name.endsWith(".class"))
                    .containsExactlyInAnyOrder(
                            "io/homeport/agent/Agent.class", "io/homeport/agent/AgentClassLoader.class");
            assertThat(names)
                    .filteredOn(name -> !name.endsWith(".class"))
                    .allMatch(name -> name.matches("homeport/(jakarta/|javax/)?io/homeport/.*")
                            || name.equals("META-INF/MANIFEST.MF"));
        }
    }
}
