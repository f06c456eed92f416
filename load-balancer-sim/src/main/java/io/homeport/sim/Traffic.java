package io.homeport.sim;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The Jetty server that carries the requests. */
final class Traffic {
    private static final long IDLE_MILLIS = 60 * 60 * 1_000L;
    private static final int MAX_HEAD_BYTES = 32 * 1024;
    private static final int THREADS = 64;

    private final Server server;
    private final EventLoop loop;
    private final BalancerHandler handler;

    Traffic(Settings settings, Board board, Timer timer) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("balancer");
        threads.setDaemon(true);
        server = new Server(threads);
        server.setStopTimeout(0);
        loop = new EventLoop(server, new HttpConnectionFactory(transparent()));
        loop.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(loop);
        handler = new BalancerHandler(settings, board, timer);
        server.setHandler(handler);
    }

    /** Lets through what a backend should see for itself, and adds nothing. */
    private static HttpConfiguration transparent() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        http.setRequestHeaderSize(MAX_HEAD_BYTES);
        http.setResponseHeaderSize(2 * MAX_HEAD_BYTES);
        http.setMaxResponseHeaderSize(3 * MAX_HEAD_BYTES);
        return http;
    }

    void start(int port) throws IOException {
        loop.setPort(port);
        try {
            server.start();
            handler.watchClients();
        } catch (IOException e) {
            throw new IOException("listen: " + port + " (expected: a free port; " + reason(e) + ")", e);
        } catch (Exception e) {
            throw new IllegalStateException("the balancer does not start", e);
        }
    }

    private static String reason(IOException failure) {
        Throwable cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the balancer does not stop", e);
        }
    }

    int port() {
        return loop.getLocalPort();
    }

    Backend backend(String id, URI url) {
        return Backend.at(id, url, loop);
    }

    Map<Reason, Long> decisions() {
        return handler.decisions();
    }
}
