package io.homeport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

final class SampleBackendCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            SampleBackend.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                               | Missing required option: '--port=N'
                    --port x                         | --port
                    --port 65536                     | --port: 65536 (expected: 0 to 65535)
                    --port 0 --server netty          | netty (expected: tomcat, jetty or undertow)
                    --port 0 --context shop          | --context: shop (expected:
                    --port 0 --context //evil        | --context: //evil (expected:
                    --port 0 --name a:b              | --name: a:b (expected:
                    --port 0 --color                 | --color
                    """)
    void wrongUsageIsExplainedInOneLine(String arguments, String message) {
        int code = command.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(message).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpListsOptionsAndResources() {
        assertThat(command.execute("--help")).isZero();
        assertThat(out.toString()).contains("--server", "tomcat, jetty, undertow", "GET    /events[?count=N]");
    }

    @ParameterizedTest
    @EnumSource
    void portInUseIsSaidPlainly(ServerKind kind) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int code = command.execute("--port", "" + taken.getLocalPort(), "--server", kind.toString());

            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .contains(kind + " does not start: port " + taken.getLocalPort() + " is not free");
        }
    }
}
