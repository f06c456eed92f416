package io.homeport.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.homeport.Answer;
import io.homeport.Header;
import io.homeport.ManagementSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The management listener, on threads of its own so that it answers while every request thread is stuck. The JDK's own
 * server: nothing more has to be loaded into the user's JVM.
 */
final class ManagementServer implements AutoCloseable {
    /** More than probers and people need: clients that hang hold one each until the limit. */
    private static final int THREADS = 32;

    /** From the first octet of a request to the last of its answer. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpServer server;
    private final BoundedThreads threads = new BoundedThreads("homeport-management", THREADS, LIMIT);
    private final ManagementRequests requests;

    private ManagementServer(HttpServer server, ManagementRequests requests) {
        this.server = server;
        this.requests = requests;
    }

    /** Opens the listener; where the port cannot be had, says so and returns null. */
    static @Nullable ManagementServer open(ManagementSettings settings, NodeService service, Consumer<String> log) {
        InetSocketAddress address = new InetSocketAddress(settings.address(), settings.port());
        try {
            if (address.isUnresolved()) {
                throw new IOException("the address is not known");
            }
            HttpServer server = HttpServer.create(address, 64);
            ManagementServer opened = new ManagementServer(server, new ManagementRequests(service, settings.token()));
            opened.start();
            log.accept("management at " + settings.url(server.getAddress().getPort()));
            return opened;
        } catch (IOException | SecurityException e) {
            log.accept("management.port: " + settings.port() + " (expected: a port that is free at "
                    + settings.address() + "; " + e.getMessage() + "); going on without management");
            return null;
        }
    }

    private void start() {
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        // The server's own thread is a daemon only where its maker is: it must not keep the application's JVM alive.
        CompletableFuture.runAsync(server::start, threads).join();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, requests.answer(new ManagementRequest(exchange)));
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        for (Header header : answer.headers()) {
            exchange.getResponseHeaders().add(header.name(), header.value());
        }
        byte[] body = new byte[answer.length()];
        answer.body().get(body);
        if (exchange.getRequestMethod().equals("HEAD")) {
            // The server leaves the length of a HEAD to the handler (JDK-6886723).
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
