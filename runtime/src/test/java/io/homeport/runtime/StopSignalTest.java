package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SIGTERM, sent to JVMs of their own. */
@Timeout(60)
final class StopSignalTest {
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void theNodeStopsAfterTheNoticeAndTheJvmEndsAsWithoutIt() throws Exception {
        Process jvm = stopping("300ms");
        BufferedReader out = jvm.inputReader();
        assertThat(out.readLine()).isEqualTo("node node1: starting -> active");
        assertThat(out.readLine()).isEqualTo("up");
        jvm.toHandle().destroy();

        assertThat(out.readLine()).isEqualTo("SIGTERM: stopping in 300 ms");
        assertThat(out.readLine()).isEqualTo("node node1: active -> stopping");
        assertThat(out.readLine()).isEqualTo("hook");
        assertThat(jvm.waitFor()).isEqualTo(143);
    }

    @Test
    void aSecondSignalEndsTheNotice() throws Exception {
        Process jvm = stopping("1h");
        BufferedReader out = jvm.inputReader();
        skipTo(out, "up");
        jvm.toHandle().destroy();
        skipTo(out, "node node1: active -> stopping");
        jvm.toHandle().destroy();

        assertThat(out.readLine()).isEqualTo("SIGTERM again: stopping now");
        assertThat(out.readLine()).isEqualTo("hook");
        assertThat(jvm.waitFor()).isEqualTo(143);
    }

    @Test
    void whereSignalsAreLeftToTheSystemOneLineSaysSo() throws Exception {
        Process jvm = stopping("1h", "-Xrs");

        assertThat(jvm.inputReader().readLine())
                .startsWith("stop.notice: SIGTERM cannot be handled (")
                .endsWith("); stopping without notice");
        jvm.toHandle().destroy();
        assertThat(jvm.waitFor()).isEqualTo(143);
    }

    private static void skipTo(BufferedReader out, String expected) throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals(expected)) {
            line = out.readLine();
        }
        assertThat(line).isEqualTo(expected);
    }

    private Process stopping(String notice, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StoppingProcess.class.getName(), notice));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        return process;
    }
}
