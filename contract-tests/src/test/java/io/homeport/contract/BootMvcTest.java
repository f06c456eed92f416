package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent before Spring MVC: what makes the response there is further from the container than a servlet is. */
@Tag("soak")
@ParameterizedClass(name = "{0}")
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BootMvcTest {
    private static final int LARGE = 200_000;

    @Parameter
    @Nullable
    Boot boot;

    // Made with the first test of a cell: the parameter is not there any earlier.
    private @Nullable ApplicationNode node;

    private ApplicationNode node() {
        if (node == null) {
            node = ApplicationNode.of(Objects.requireNonNull(boot), BootApplication.CONTRACT);
        }
        return node;
    }

    @AfterParameterizedClassInvocation
    void endOfCell() {
        LogLines log = node().log();
        node().close();
        node = null;
        assertThat(log.all()).noneMatch(line -> line.contains("requests go on to the application"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session",
                "etag/session",
                "login",
                "callable",
                "deferred",
                "async-throw",
                "streaming",
                "large",
                "include",
                "forward",
                "redirect",
                "handled",
                "uncaught"
            })
    void sessionThatIsMadeIsStamped(String path) {
        Contract.assertStampedWithItsSession(node().send(Ask.get("/app/mvc/" + path)));
    }

    @Test
    void stampGoesAndComesWithTheSessionWhereTheResponseIsReset() {
        Reply reply = node().send(Ask.get("/app/mvc/reset"));
        Contract.assertServed(reply, "after reset");
        assertThat(reply.cookies("HOMEPORT")).isEqualTo(reply.setsSession() ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "text", "resource", "committed", "nowhere"})
    void responseThatSetsNoSessionIsNotStamped(String path) {
        Contract.assertUnstamped(node().send(Ask.get("/app/mvc/" + path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"streaming", "large"})
    void largeBodiesArriveWhole(String path) {
        assertThat(node().send(Ask.get("/app/mvc/" + path)).body()).hasSize(LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/mvc/plain?a=1", "/app/mvc/socket", "/app/mvc/events", "/app/mvc/uncaught"})
    void foreignSessionIsSentHome(String target) {
        Contract.assertSentHome(node().send(Ask.get(target).cookie("HOMEPORT=n2")), node().atThePeer(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "callable", "streaming"})
    void homeSessionIsServedAndRestampedWhateverTheCookieSays(String path) {
        String session =
                "JSESSIONID=" + node().send(Ask.get("/app/mvc/session")).cookie("JSESSIONID");
        Reply home = node().send(Ask.get("/app/mvc/" + path).cookie(session + "; HOMEPORT=n2"));
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.cookie("HOMEPORT")).isEqualTo("n1");
    }

    @Test
    void eachServerSentEventArrivesBeforeTheNextIsSent() throws IOException, InterruptedException {
        HttpResponse<InputStream> events = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node().port() + "/app/mvc/events"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(events.headers().allValues("Set-Cookie"))
                .filteredOn(field -> field.startsWith("HOMEPORT=n1;"))
                .hasSize(1);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            for (int number = 0; number < 4; number++) {
                assertThat(lines.readLine()).isEqualTo("data:event " + number);
                assertThat(lines.readLine()).isEmpty();
                node().send(Ask.of("POST", "/app/mvc/events/next?number=" + (number + 1)));
            }
            node().send(Ask.of("POST", "/app/mvc/events/end"));
            assertThat(lines.lines()).containsExactly("data:event 4", "");
        }
    }

    private String handshake(String cookie) {
        return new RawClient(node().port()).exchange(EchoClient.handshake("/app/mvc/socket", cookie));
    }

    @Test
    void handshakeOfAWebSocketThatMakesASessionIsStamped() {
        String handshake = handshake("");
        assertThat(handshake).startsWith("HTTP/1.1 101 ").containsOnlyOnce("Set-Cookie: HOMEPORT=n1;");
    }

    @Test
    void handshakeOfAHomeSessionIsNotStampedAgain() {
        String session =
                "JSESSIONID=" + node().send(Ask.get("/app/mvc/session")).cookie("JSESSIONID");
        String handshake = handshake(session + "; HOMEPORT=n1");
        assertThat(handshake).startsWith("HTTP/1.1 101 ").doesNotContain("Set-Cookie");
    }

    @Test
    void handshakeOfAForeignSessionIsSentHome() {
        String handshake = handshake("HOMEPORT=n2");
        assertThat(handshake)
                .startsWith("HTTP/1.1 307 ")
                .contains("Location: " + node().atThePeer("/app/mvc/socket\r\n"));
    }

    @Test
    void webSocketCarriesTextAndLargeBinaryMessages() {
        try (EchoClient socket = new EchoClient(node().port(), "/app/mvc/socket")) {
            assertThat(socket.echoOf("grüße")).isEqualTo("grüße");
            // With Spring 5 on Jetty 9.4 a session's own limit has no effect, and the server's is 64 kB.
            int largest = boot == Boot.BOOT_2_7_JETTY ? 60_000 : LARGE;
            byte[] large = new byte[largest];
            new Random(1).nextBytes(large);
            assertThat(socket.echoOf(large)).isEqualTo(large);
            assertThat(socket.echoOf("x".repeat(largest))).isEqualTo("x".repeat(largest));
        }
    }
}
