package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own tools on a JVM with the agent. */
@Tag("soak")
final class DiagnosticsTest {
    /** The second is the JDK's for the first, whose client is asynchronous; the third is that of the JDK's HTTP server. */
    private static final List<String> AT_REST =
            List.of("homeport-node-1", "HttpClient-1-SelectorManager", "HTTP-Dispatcher");

    @TempDir
    private Path folder = Path.of("");

    static List<Jdk> jdks() {
        return Cells.jdks();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void jcmdFlightRecorderAndDebuggerWorkWithTheAgent(Jdk jdk) throws IOException {
        Path started = folder.resolve("started.jfr");
        try (NeighbourNode neighbour = new NeighbourNode(ours -> {
            List<String> options = new ArrayList<>(ours);
            options.add("-XX:StartFlightRecording=filename=" + started);
            options.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0");
            return Container.TOMCAT_11_0.startWith(jdk, options, "Bench");
        })) {
            neighbour.assertAtWork();
            ChildProcess jvm = neighbour.node().jvm();
            jvm.log().await("Listening for transport dt_socket at address");
            assertThat(jcmd(jdk, jvm, "VM.version")).contains("JDK " + jdk.version());
            assertThat(jcmd(jdk, jvm, "Thread.print")).contains("\"homeport-node-1\"");
            assertThat(jcmd(jdk, jvm, "GC.heap_info")).contains("used");
            assertThat(jcmd(jdk, jvm, "JFR.start", "name=late")).contains("Started recording");
            Path late = folder.resolve("late.jfr");
            jcmd(jdk, jvm, "JFR.dump", "name=late", "filename=" + late);
            assertThat(late).isNotEmptyFile();
            jvm.endStdin();
            assertThat(jvm.exitCode()).isZero();
            assertThat(started).isNotEmptyFile();
        }
    }

    /** Others come with requests to the management listener, and go again after ten idle seconds. */
    @ParameterizedTest
    @MethodSource("jdks")
    void atRestTheProberHasTwoThreadsAndTheManagementListenerOneAndAllAreDaemons(Jdk jdk) throws IOException {
        try (NeighbourNode neighbour = new NeighbourNode(ours -> Container.TOMCAT_11_0.startWith(jdk, ours, "Bench"))) {
            neighbour.assertAtWork();
            ChildProcess jvm = neighbour.node().jvm();
            List<String> left = threads(jdk, jvm);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (left.size() > AT_REST.size() && System.nanoTime() < deadline) {
                left = threads(jdk, jvm);
            }
            assertThat(left).allMatch(line -> line.contains(" daemon "));
            assertThat(left)
                    .extracting(line -> line.substring(1, line.indexOf('"', 1)))
                    .containsExactlyInAnyOrderElementsOf(AT_REST);
        }
    }

    private static List<String> threads(Jdk jdk, ChildProcess jvm) {
        return Stream.of(jcmd(jdk, jvm, "Thread.print").split("\n", -1))
                .filter(line -> line.matches("\"(homeport|HTTP-Dispatcher|HttpClient).*"))
                .toList();
    }

    private static String jcmd(Jdk jdk, ChildProcess jvm, String... command) {
        List<String> arguments =
                new ArrayList<>(List.of(jdk.home().resolve("bin/jcmd").toString(), String.valueOf(jvm.pid())));
        arguments.addAll(Arrays.asList(command));
        try (ChildProcess jcmd = new ChildProcess(arguments)) {
            assertThat(jcmd.exitCode()).isZero();
            return jcmd.log().ended();
        }
    }
}
