package io.homeport.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;

/** Answers {@code GET /api/state} on the loopback address, on a thread of its own: also when the traffic side has its hands full. */
final class AdminPort implements AutoCloseable {
    private final Supplier<BalancerState> state;
    private final HttpServer server;

    private AdminPort(HttpServer server, Supplier<BalancerState> state) {
        this.server = server;
        this.state = state;
    }

    static AdminPort open(int port, Supplier<BalancerState> state) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        AdminPort admin = new AdminPort(server, state);
        server.createContext("/", admin::answer);
        server.start();
        return admin;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/api/state")) {
                send(exchange, 404, text("Nothing here; try /api/state."));
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, text("Only GET."));
            } else {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                send(exchange, 200, StateJson.of(state.get()));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] text(String line) {
        return (line + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
