package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ServeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = HomeportSim.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
        return command.execute(arguments);
    }

    private static String[] good(String... more) {
        List<String> all =
                new java.util.ArrayList<>(List.of("serve", "--listen", "0", "--backend", "n1=http://127.0.0.1:1"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "--balance,best               # --balance: best (expected: round-robin)",
                "--persistence,magic          # --persistence: magic (expected: none, affinity-cookie or insert)",
                "--backend,n2                 # --backend: n2 (expected: ID=URL)",
                "--backend,n2=ftp://x         # --backend: n2=ftp://x (expected: a URL such as",
                "--backend,n2=http://x/path   # --backend: n2=http://x/path (expected: a URL such as",
                "--backend,n 2=http://x       # --backend: n 2=http://x (expected: an id of",
                "--backend,n1=http://x        # --backend: n1=http://x (expected: an id of its own; n1 is http://127.0.0.1:1)",
                "--probe-interval,2           # --probe-interval: 2 (expected: a duration such as 500ms, 2s or 5m)",
                "--probe-timeout,0s           # --probe-timeout: 0s (expected: a duration such as 500ms, 2s or 5m)",
                "--probe,health               # --probe: health (expected: a path that starts with /)",
                "--rise,0                     # --rise: 0 (expected: a number, 1 to 1000)",
                "--fall,x                     # --fall: x (expected: a number, 1 to 1000)",
                "--drain-status,99            # --drain-status: 99 (expected: 200 to 599)",
                "--cookie,a b                 # --cookie: a b (expected: a cookie name)",
                "--admin,70000                # --admin: 70000 (expected: a port, 0 to 65535)",
                "--colour,red                 # Unknown options: '--colour', 'red'"
            })
    void wrongUsageIsNamedAndExitsWith2(String arguments, String message) {
        assertThat(run(good(arguments.strip().split(",", 2)))).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        assertThat(run("serve", "--listen", "x", "--backend", "n1", "--rise", "-1", "--probe-interval", "soon"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--listen: x", "--backend: n1", "--rise: -1", "--probe-interval: soon");
    }

    @Test
    void missingOptionsAreNamed() {
        assertThat(run("serve")).isEqualTo(2);
        assertThat(errors.toString()).contains("--listen", "--backend");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(errors.toString()).contains("command: none (expected: serve)");
    }

    @Test
    void aPortInUseIsWrongUsage() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("serve", "--listen", port, "--backend", "n1=http://127.0.0.1:1"))
                    .isEqualTo(2);
            assertThat(errors.toString()).startsWith("--listen: " + port + " (expected: a free port");
        }
    }

    @Test
    void anAdminPortInUseIsWrongUsage() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run(good("--admin", port))).isEqualTo(2);
            assertThat(errors.toString()).startsWith("--admin: " + port + " (expected: a free port");
        }
    }

    @Test
    void helpShowsEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString())
                .contains("--listen", "--backend", "--balance", "--persistence", "--cookie", "--probe")
                .contains("--probe-interval", "--probe-timeout", "--rise", "--fall", "--drain-status", "--admin")
                .contains("--quiet");
    }

    @Test
    void anAccessLineSaysWhoAndWhy() {
        Access access = new Access(
                Instant.parse("2026-01-01T10:00:00.1234Z"),
                "127.0.0.1",
                "GET",
                "/cart?x=1",
                200,
                "node1",
                Reason.REDISPATCHED,
                Duration.ofNanos(12_345_678));
        assertThat(AccessLog.line(access))
                .isEqualTo("2026-01-01T10:00:00.123Z 127.0.0.1 GET /cart?x=1 200 node1 re-dispatched 12.3ms");
    }

    @Test
    void everyLineIsPrintedByTheTimeTheLogIsClosed() {
        Access access = new Access(Instant.EPOCH, "::1", "GET", "/", 503, null, Reason.REFUSED, Duration.ofMillis(1));
        try (AccessLog log = new AccessLog(new PrintWriter(out)).start()) {
            for (int i = 0; i < 5_000; i++) {
                log.add(access);
            }
            log.add(new Transition(Instant.EPOCH, "n1", Health.UP, Health.DOWN, "GET / 503"));
        }
        assertThat(out.toString().lines()).hasSize(5_001);
        assertThat(out.toString())
                .startsWith("1970-01-01T00:00:00Z ::1 GET / 503 - refused 1.0ms\n")
                .endsWith("1970-01-01T00:00:00Z n1 up -> down: GET / 503\n");
    }
}
