package io.homeport.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebTest {
    private final Web web = new Web();
    private final CookieManager jar = new CookieManager();
    private final HttpServer server;

    WebTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/sends-on", exchange -> {
            exchange.getResponseHeaders().set("Location", "/home");
            exchange.getResponseHeaders().add("Set-Cookie", "HOMEPORT=node1; Path=/; HttpOnly; SameSite=Lax");
            reply(exchange, 307, "");
        });
        server.createContext("/loops", exchange -> {
            exchange.getResponseHeaders().set("Location", "/loops");
            reply(exchange, 307, "");
        });
        server.createContext("/home", WebTest::cartOfWhatWasSent);
        server.createContext("/locked", exchange -> reply(exchange, 401, "{\"error\":\"who?\"}"));
        server.createContext("/garbage", exchange -> reply(exchange, 200, "<html>"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Method, body and cookies of the request as the items of a cart. */
    private static void cartOfWhatWasSent(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String cookies = String.join("; ", exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
        exchange.getResponseHeaders().set("X-Served-By", "node1");
        reply(
                exchange,
                200,
                "{\"user\":\"ann\",\"items\":[\"%s\",\"%s\",\"%s\"]}"
                        .formatted(exchange.getRequestMethod(), body, cookies));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void redirectedPostArrivesWithItsBodyAndTheCookieItWasGiven() {
        Answer answer = ask("/sends-on", "item=tea");

        assertThat(answer)
                .isEqualTo(new Answer(
                        200, "node1", 1, new Answer.Cart("ann", List.of("POST", "item=tea", "HOMEPORT=node1"))));
    }

    @Test
    void answerThatIsNoCartKeepsItsStatus() {
        assertThat(ask("/locked", "")).isEqualTo(new Answer(401, "", 0, null));
    }

    @Test
    void endlessRedirectsGarbageAndSilenceAreNoAnswer() {
        assertThat(ask("/loops", "")).isEqualTo(Answer.none());
        assertThat(ask("/garbage", "")).isEqualTo(Answer.none());
        stop();
        assertThat(ask("/home", "")).isEqualTo(Answer.none());
    }

    private Answer ask(String path, String form) {
        URI target = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return web.ask(jar, new Web.Errand(target, form));
    }
}
