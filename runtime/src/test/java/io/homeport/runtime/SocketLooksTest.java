package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(40)
final class SocketLooksTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static Seen look(RawServer server, String... settings) throws Exception {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("url=http://127.0.0.1:" + server.port() + "/ping?a=b");
        return CheckedNode.of(all.toArray(String[]::new)).look();
    }

    @Test
    void aPortThatTakesConnectionsIsUpAndOneThatDoesNotIsDown() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 50, LOOPBACK)) {
            port = server.getLocalPort();
            Seen seen = CheckedNode.of("tcp=localhost:" + port).look();
            assertThat(seen).isEqualTo(Seen.up("connected to 127.0.0.1:" + port));
        }
        assertThat(CheckedNode.of("tcp=127.0.0.1:" + port).look())
                .isEqualTo(Seen.down("127.0.0.1:" + port + ": ConnectException: Connection refused"));
        assertThat(CheckedNode.of("tcp=[::1]:" + port).look().kind()).isEqualTo(Seen.Kind.DOWN);
        assertThatThrownBy(() -> CheckedNode.of("tcp=no.such.host.invalid:1").look())
                .isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "status=200-299 | 204 No Content\\n | UP | status 204",
                "status=200-299 | 302 Found\\nLocation: http://127.0.0.1:1/ | DOWN | status 302",
                "status=200-399 | 302 Found\\nLocation: http://127.0.0.1:1/ | UP | status 302",
                "status=401 | 401 Unauthorized\\nWWW-Authenticate: Basic | UP | status 401",
                "status=200-299 | 500 Internal Server Error | DOWN | status 500",
                "body=pong | 200 OK\\nContent-Length: 4\\n\\npong | UP | status 200",
                "body=pong | 200 OK\\nContent-Length: 3\\n\\npong | DOWN | without the text",
                "body=pong | 200 OK\\nTransfer-Encoding: chunked\\n\\n2;x=y\\npo\\n2\\nng\\n0\\n\\n | UP | status 200",
                "body=pong | 200 OK\\nTransfer-Encoding: chunked\\n\\n2\\npo\\n0\\n\\n | DOWN | without the text",
                "body=pong | 200 OK\\nTransfer-Encoding: chunked\\n\\n-2\\npo | DOWN | IOException: no length: -2",
                "body=pong | 100 Continue\\n\\nHTTP/1.1 103 Early Hints\\nLink: x\\n\\nHTTP/1.1 200 OK\\n\\npong | UP | 200",
                "body=pong | 200 OK\\nContent-Length: x\\n\\npong | DOWN | IOException: no length: x",
                "body=pong | 99 | DOWN | IOException: no HTTP: HTTP/1.1 99",
            })
    void statusAndTextOfTheAnswerDecide(String setting, String answer, Seen.Kind kind, String why) throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 " + answer.strip().replace("\\n", "\r\n") + "\r\n\r\n")) {
            Seen seen = look(server, setting);

            assertThat(seen.kind()).isEqualTo(kind);
            assertThat(seen.why()).contains(why).contains("127.0.0.1:" + server.port());
        }
    }

    @Test
    void theTextCountsWithinTheFirst64KilobytesOnly() throws Exception {
        String head = "HTTP/1.1 200 OK\r\n\r\n";
        try (RawServer within = RawServer.answering(head + "x".repeat(65_532) + "pong");
                RawServer beyond = RawServer.answering(head + "x".repeat(65_533) + "pong")) {
            assertThat(look(within, "body=pong").isUp()).isTrue();
            assertThat(look(beyond, "body=pong").isUp()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"SSH-2.0-OpenSSH, no HTTP", "'', ended within the head"})
    void whatIsNoHttpIsDown(String greeting, String why) throws Exception {
        String line = greeting.isEmpty() ? "" : greeting + "\r\n";
        try (RawServer server = RawServer.answering(line)) {
            assertThat(look(server).why()).contains(why);
        }
    }

    @Test
    void aHeadWithoutEndIsNotReadForEver() throws Exception {
        try (RawServer longLine = RawServer.answering("HTTP/1.1 200 " + "x".repeat(9_000));
                RawServer manyLines = RawServer.answering("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(300))) {
            assertThat(look(longLine).why()).contains("a line of more than 8 kB");
            assertThat(look(manyLines).why()).contains("more than 256 header fields");
        }
    }

    /** Each octet comes in time; the answer as a whole does not. */
    @ParameterizedTest
    @CsvSource({"HTTP/1.1 200 O, K", "'HTTP/1.1 200 OK\r\nX: ', a", "'HTTP/1.1 200 OK\r\n\r\n', x"})
    void aServerThatTricklesIsCutOff(String start, String rest) throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (RawServer server = RawServer.trickling(start, rest, gone);
                OpenNode open = OpenNode.of(
                        "health.check.slow.url=http://127.0.0.1:" + server.port(),
                        "health.check.slow.body=pong",
                        "health.check.slow.timeout=200ms")) {
            assertThat(open.lineWith("check slow: down")).endsWith("(no result after 200ms; still running)");
            gone.await();
        }
    }

    /** The queue of a listener that accepts nothing is full: whoever connects now hears neither yes nor no. */
    @Test
    void aConnectionThatIsNeitherTakenNorRefusedIsGivenUp() throws Exception {
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, LOOPBACK)) {
            for (int i = 0; i < 8; i++) {
                waiting.add(begun(full.getLocalPort()));
            }
            try (OpenNode open = OpenNode.of(
                    "health.check.full.tcp=127.0.0.1:" + full.getLocalPort(), "health.check.full.timeout=300ms")) {
                assertThat(open.lineWith("check full: down")).endsWith("(no result after 300ms; still running)");
            }
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private static SocketChannel begun(int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(LOOPBACK, port));
        return channel;
    }
}
