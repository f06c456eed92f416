package io.homeport.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Talks to the listener in raw HTTP; each request asks for its connection to be closed. */
@Timeout(30)
final class ManagementServerTest {
    private final OpenNode open = OpenNode.of("peers=node2=http://127.0.0.1:1", "node.version=1");

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void theNodeIsShownAsJson() throws IOException {
        String answer = ask(open, "GET /node");

        JsonNode json = new ObjectMapper().readTree(body(answer));
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").containsIgnoringCase("Content-Type: application/json\r\n");
        assertThat(json.path("node").asText()).isEqualTo("node1");
        assertThat(json.path("state").asText()).isEqualTo("starting");
        assertThat(json.path("peers").path(0).path("node").asText()).isEqualTo("node2");
        assertThat(json.path("dns").path("ttl").asInt(-1)).isZero();
        assertThat(json.path("configuration").path("management.port").asText()).isEqualTo("0");
    }

    @Test
    void peopleGetATable() throws IOException {
        assertThat(body(ask(open, "GET /node", "Accept: text/plain")))
                .startsWith("node          node1\nstate         starting\n");
    }

    @Test
    void holdAndReleaseChangeTheState() throws IOException {
        open.node.applicationStarted();

        assertThat(body(ask(open, "POST /node/hold"))).isEqualTo("{\"state\":\"on-hold\"}\n");
        assertThat(ask(open, "GET /health")).startsWith("HTTP/1.1 503 ").contains("\r\nHomeport-state: on-hold\r\n");
        assertThat(body(ask(open, "POST /node/release"))).isEqualTo("{\"state\":\"active\"}\n");
        assertThat(ask(open, "GET /health")).startsWith("HTTP/1.1 200 ");
        assertThat(open.log).contains("node node1: active -> on-hold", "node node1: on-hold -> active");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /node/hold, 405, Allow: POST",
        "HEAD /node/hold, 405, Allow: POST",
        "DELETE /node/release, 405, Allow: POST",
        "POST /node, 405, 'Allow: GET, HEAD'",
        "PUT /node, 405, 'Allow: GET, HEAD'",
        "GET /, 404, Cache-control: no-store",
        "GET /node/, 404, Cache-control: no-store",
        "GET /nodes, 404, Cache-control: no-store",
        "GET //node, 404, Connection: close",
        "GET /%6eode, 404, Cache-control: no-store",
        "POST /node/hold/../release, 404, Cache-control: no-store",
        "OPTIONS *, 404, Connection: close",
        "POST /health, 404, Cache-control: no-store",
        "GET /health/live, 200, Homeport-node: node1",
        "OPTIONS /health/live, 200, Homeport-node: node1",
        "GET /node?x=y, 200, Cache-control: no-store"
    })
    void everyOtherRequestIsToldWhatWasExpected(String request, int status, String header) throws IOException {
        assertThat(ask(open, request)).startsWith("HTTP/1.1 " + status + " ").contains("\r\n" + header + "\r\n");
        assertThat(open.log).noneMatch(line -> line.contains("->"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/node", "/health", "/health/live", "/none"})
    void headHasTheLengthOfGetAndNoBody(String path) throws IOException {
        String get = ask(open, "GET " + path);
        String head = ask(open, "HEAD " + path);

        assertThat(body(head)).isEmpty();
        assertThat(body(get)).isNotEmpty();
        if (!path.equals("/node")) {
            assertThat(head).containsIgnoringCase("Content-Length: " + body(get).length() + "\r\n");
        }
        assertThat(head).containsIgnoringCase("Content-Length: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1"})
    void noWebPageMayChangeANode(String origin) throws IOException {
        assertThat(ask(open, "POST /node/hold", "Origin: " + origin)).startsWith("HTTP/1.1 403 ");
        assertThat(open.log).noneMatch(line -> line.contains("->"));
    }

    @Test
    void withATokenOnlyHealthIsOpen() throws IOException {
        try (OpenNode guarded = OpenNode.of("management.token=s3cr3t")) {
            for (String wrong : new String[] {
                "X: y", "Authorization: s3cr3t", "Authorization: Bearer s3cr3", "Authorization: Bearer s3cr3tt",
                "Authorization: Bearer", "Authorization: bearer s3cr3t", "Authorization: Basic s3cr3t",
                        "Authorization: null"
            }) {
                assertThat(ask(guarded, "GET /node", wrong))
                        .as(wrong)
                        .startsWith("HTTP/1.1 401 ")
                        .containsIgnoringCase("WWW-Authenticate: Bearer\r\n")
                        .doesNotContain("s3cr3t");
                assertThat(ask(guarded, "POST /node/hold", wrong)).startsWith("HTTP/1.1 401 ");
            }
            assertThat(ask(guarded, "GET /node", "Authorization: Bearer s3cr3t"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\"management.token\":\"***\"")
                    .doesNotContain("s3cr3t");
            assertThat(ask(guarded, "POST /node/hold", "Authorization: Bearer s3cr3t"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(ask(guarded, "GET /health/live")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void anHttp10RequestWithoutAHostIsAnswered() throws IOException {
        assertThat(exchange(open.port(), "OPTIONS /health/live HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(exchange(open.port(), "GET /health/live HTTP/1.0\r\n\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aPortInUseGivesOneLineAndTheNodeGoesOn() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenNode other = OpenNode.of("management.port=" + taken.getLocalPort())) {
            assertThat(other.log)
                    .containsExactly(
                            "management.port: " + taken.getLocalPort()
                                    + " (expected: a port that is free at 127.0.0.1; Address already in use); going on without management");
        }
    }

    @Test
    void anAddressThatIsNotKnownGivesOneLine() {
        try (OpenNode other = OpenNode.of("management.address=no.such.host.invalid", "management.token=x")) {
            assertThat(other.log)
                    .singleElement()
                    .asString()
                    .contains("no.such.host.invalid")
                    .contains("not known");
        }
    }

    @Test
    void anIpV6AddressIsShownAsAUrl() {
        try (OpenNode other = OpenNode.of("management.address=::1")) {
            assertThat(other.log)
                    .singleElement()
                    .asString()
                    .matches("management at http://\\[::1]:\\d+|management.port: .*");
        }
    }

    @Test
    void clientsThatHangAreCutOffAndKeepNobodyElseWaiting() throws IOException {
        List<Socket> hanging = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            hanging.add(
                    connect(open.port(), i % 2 == 0 ? "GET /no" : "POST /node/hold HTTP/1.1\r\nContent-Length: 9\r\n"));
        }
        assertThat(ask(open, "GET /health/live")).startsWith("HTTP/1.1 200 ");

        for (int i = 0; i < 10; i++) {
            hanging.add(connect(open.port(), "GET /no"));
        }
        for (Socket socket : hanging) {
            assertThat(rest(socket)).doesNotContain(" 200 ");
            socket.close();
        }

        assertThat(ask(open, "GET /health/live")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void requestsOfHostileShapeDoNoHarm() throws IOException {
        String[] requests = {
            "\r\n\r\n\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n",
            "GET\r\n\r\n",
            "GET /node\r\n\r\n",
            "GET /node HTTP/9.9\r\n\r\n",
            "GET http://[ HTTP/1.1\r\n\r\n",
            "GET /node HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "POST /node/hold HTTP/1.1\r\nContent-Length: x\r\nOrigin: x\r\n\r\n",
            "GET /node HTTP/1.1\r\n" + "X: y\r\n".repeat(5000) + "\r\n"
        };
        for (String request : requests) {
            assertThat(exchange(open.port(), request)).doesNotContain(" 500 ");
        }
        assertThat(open.log).noneMatch(line -> line.contains("->"));

        assertThat(ask(open, "GET /health/live")).startsWith("HTTP/1.1 200 ");
    }

    private static String ask(OpenNode node, String request, String... headers) throws IOException {
        StringBuilder text = new StringBuilder(request).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return exchange(node.port(), text + (request.startsWith("POST") ? "Content-Length: 0\r\n" : "") + "\r\n");
    }

    private static String exchange(int port, String request) throws IOException {
        try (Socket socket = connect(port, request)) {
            socket.shutdownOutput();
            return rest(socket);
        }
    }

    private static Socket connect(int port, String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(15_000);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    /** What comes until the end; a reset is an end too. */
    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (java.net.SocketException e) {
            return "";
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
