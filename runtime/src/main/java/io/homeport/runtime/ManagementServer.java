package io.homeport.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.homeport.Answer;
import io.homeport.Header;
import io.homeport.ManagementSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The management listener, on threads of its own so that it answers while every request thread is stuck. The JDK's own
 * server: nothing more has to be loaded into the user's JVM.
 */
final class ManagementServer implements AutoCloseable {
    /** Enough for probers and people; clients that hang hold at most these. */
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final ManagementRequests requests;

    private ManagementServer(HttpServer server, ManagementRequests requests) {
        this.server = server;
        this.requests = requests;
        this.threads = new ThreadPoolExecutor(
                0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), DaemonThreads.named("homeport-management"));
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
            log.accept("management at http://" + settings.address() + ":"
                    + server.getAddress().getPort());
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
        server.start();
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
        threads.shutdownNow();
    }
}
