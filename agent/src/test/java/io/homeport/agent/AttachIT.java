package io.homeport.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code attach}, at JVMs without a container; those with one run the contract. */
final class AttachIT {
    private static final String STARTED = "node n1, DNS cache 0 s, not found 0 s (verified)";
    private static final String WAITING = "no container has been started yet; waiting for one";
    private static final String LATE = "late: connections that are open keep the addresses they were made with";
    private static final String SECOND = "attach: a second Homeport (expected: one per JVM); only the first is active";

    @TempDir
    private Path folder = Path.of("");

    static List<Path> homes() throws IOException {
        return ChildJvm.homes();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void whatTheJvmSaysIsSaidByTheCommandToo(Path home) throws Exception {
        try (RunningJvm jvm = new RunningJvm(home, folder)) {
            ChildJvm attached = attach(jvm.pid(), "node.id=n1");

            assertThat(attached.error()).isEmpty();
            assertThat(attached.exitCode()).isZero();
            assertThat(attached.output()).startsWith(STARTED, WAITING, LATE);
            assertThat(attached.output().subList(3, attached.output().size()))
                    .hasSize(ChildJvm.version(home) < 21 ? 0 : 1)
                    .allMatch(line -> line.contains("JEP 451"));
            assertThat(jvm.said()).containsExactly("homeport: " + STARTED, "homeport: " + WAITING, "homeport: " + LATE);
            assertThat(jvm.runs()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void aNameThatWasKeptForEverIsLookedUpAnew(Path home) throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 backend.test\n");
        String[] options = {"-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.ttl=-1"};
        try (RunningJvm jvm = new RunningJvm(home, folder, options)) {
            assertThat(jvm.lookUp("backend.test")).isEqualTo("127.0.0.1");
            Files.writeString(hosts, "127.0.0.2 backend.test\n");
            assertThat(jvm.lookUp("backend.test")).isEqualTo("127.0.0.1");

            assertThat(attach(jvm.pid(), "node.id=n1").exitCode()).isZero();
            assertThat(jvm.lookUp("backend.test")).isEqualTo("127.0.0.2");

            Files.writeString(hosts, "127.0.0.3 backend.test\n");
            assertThat(jvm.lookUp("backend.test")).isEqualTo("127.0.0.3");
        }
    }

    @Test
    void aSecondHomeportIsRefusedHoweverTheFirstCame() throws Exception {
        try (RunningJvm late = new RunningJvm(ChildJvm.home(), folder);
                RunningJvm early =
                        new RunningJvm(ChildJvm.home(), folder, "-javaagent:" + ChildJvm.AGENT + "=node.id=n1")) {
            assertThat(attach(late.pid(), "node.id=n1").exitCode()).isZero();

            for (RunningJvm jvm : List.of(late, early)) {
                ChildJvm second = attach(jvm.pid(), "node.id=n2");

                assertThat(second.exitCode()).isOne();
                assertThat(second.output()).isEmpty();
                assertThat(second.error()).containsExactly(SECOND);
                assertThat(jvm.said()).last().isEqualTo("homeport: " + SECOND);
                assertThat(jvm.runs()).isTrue();
            }
        }
    }

    @Test
    void everyProblemIsSaidOnBothSidesAndTheNextAttemptIsFree() throws Exception {
        String[] problems = {
            "node.idd: x (expected: a known key; nearest: node.id; from agent arguments)",
            "dns.ttl: soon (expected: keep, or seconds of 0 to 86400, or a duration such as 30s)",
            "2 problems in the configuration; not active, and the application goes on without Homeport"
        };
        try (RunningJvm jvm = new RunningJvm(ChildJvm.home(), folder)) {
            ChildJvm refused = attach(jvm.pid(), "node.idd=x", "dns.ttl=soon");

            assertThat(refused.exitCode()).isOne();
            assertThat(refused.output()).isEmpty();
            assertThat(refused.error()).containsExactlyInAnyOrder(problems);
            assertThat(jvm.said()).hasSize(3).allMatch(line -> List.of(problems).contains(line.substring(10)));
            assertThat(jvm.runs()).isTrue();
            assertThat(attach(jvm.pid(), "node.id=n1").exitCode()).isZero();
        }
    }

    @Test
    void theFileIsOneOfTheCommandAndThePropertiesAreThoseOfTheJvm() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        String file = "homeport-late-test.properties";
        Path here = Files.writeString(Path.of(file), "node.id=n1\ndns.ttl=7\n");
        try (RunningJvm jvm = new RunningJvm(ChildJvm.home(), there, "-Dhomeport.dns.negative-ttl=9")) {
            assertThat(attach(jvm.pid(), "config=" + file).output())
                    .contains("node n1, DNS cache 7 s, not found 9 s (verified)");
        } finally {
            Files.delete(here);
        }
    }

    @Test
    void aJvmThatTakesNoAgentsSaysHowItWouldTakeOne() throws Exception {
        try (RunningJvm jvm = new RunningJvm(ChildJvm.home(), folder, "-XX:-EnableDynamicAgentLoading")) {
            assertRefused(jvm.pid(), "a JVM started without -XX:-EnableDynamicAgentLoading");
            assertThat(jvm.runs()).isTrue();
        }
    }

    @Test
    void aJvmThatCannotBeAttachedToGoesOn() throws Exception {
        try (RunningJvm jvm = new RunningJvm(ChildJvm.home(), folder, "-XX:+DisableAttachMechanism")) {
            assertRefused(jvm.pid(), "a JVM that can be attached to: not -XX:+DisableAttachMechanism");
            assertThat(jvm.runs()).isTrue();
        }
    }

    @Test
    void aProcessThatIsNoJvmIsLeftAlone() throws Exception {
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            assertRefused(String.valueOf(other.pid()), "a JVM; this process is none");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertRefused(String.valueOf(other.pid()), "a process that runs; there is none");
    }

    @Test
    void aJvmOnNoListIsFoundAllTheSame() throws Exception {
        try (RunningJvm jvm = new RunningJvm(ChildJvm.home(), folder, "-XX:-UsePerfData")) {
            assertThat(attach(jvm.pid(), "node.id=n1").exitCode()).isZero();
        }
    }

    @Test
    void wrongUsageNamesTheJvmsThatRun() throws Exception {
        try (RunningJvm jvm = new RunningJvm(ChildJvm.home(), folder)) {
            String running = jvm.pid() + " " + LookingUp.class.getName();
            for (String[] arguments : new String[][] {{}, {"abc"}, {"-1"}, {"1234567890123456789"}}) {
                ChildJvm wrong = attach(arguments);

                assertThat(wrong.exitCode()).as(String.join(" ", arguments)).isEqualTo(2);
                assertThat(wrong.output()).isEmpty();
            }
            assertThat(attach("abc").error())
                    .contains("PID: abc (expected: a process id, such as one of these)", "  " + running);
            assertThat(attach(jvm.pid(), "config=" + "x".repeat(1024)).error())
                    .anyMatch(line -> line.matches("key=value: \\d+ characters \\(expected: fewer, or config=FILE\\)"));
            assertThat(attach("--list").output()).contains(running);
        }
    }

    @Test
    void aRunTimeImageWithoutTheModuleSaysSo() throws Exception {
        ChildJvm refused = ChildJvm.run(
                ChildJvm.home(),
                List.of("--limit-modules", "java.base,java.instrument", "-jar", ChildJvm.AGENT, "attach", "1"));

        assertThat(refused.exitCode()).isOne();
        assertThat(refused.error())
                .singleElement()
                .asString()
                .endsWith(" (expected: a JDK, or a run-time image with the module jdk.attach)");
    }

    private static void assertRefused(String pid, String expected) throws Exception {
        ChildJvm refused = attach(pid, "node.id=n1");

        assertThat(refused.exitCode()).isOne();
        assertThat(refused.output()).isEmpty();
        assertThat(refused.error())
                .singleElement()
                .asString()
                .startsWith("PID: " + pid + " (expected: ")
                .endsWith(expected + ")");
    }

    private static ChildJvm attach(String... arguments) throws IOException, InterruptedException {
        // A JVM that does not answer is known after a second.
        List<String> all =
                new ArrayList<>(List.of("-Dsun.tools.attach.attachTimeout=1000", "-jar", ChildJvm.AGENT, "attach"));
        all.addAll(List.of(arguments));
        return ChildJvm.run(ChildJvm.home(), all);
    }
}
