package io.homeport.sim;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A backend that does exactly what a test says, down to the byte. */
final class RawBackend implements AutoCloseable {
    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    // Guarded by this.
    private boolean killed;

    /** What happens after the head of a request has been read; returning keeps the connection, throwing drops it. */
    @FunctionalInterface
    interface Behaviour {
        void serve(String head, InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    RawBackend(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::acceptAll);
    }

    /** Answers everything with 200 and this text; its bodies are not read. */
    static RawBackend saying(String text) {
        return new RawBackend((head, in, out) -> write(out, ok(text)));
    }

    static String ok(String body, String... headers) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n" + body;
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The heads of all requests so far, probes included. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    /** As {@code kill -9}: nobody listens, every connection is reset. */
    synchronized void kill() {
        killed = true;
        try {
            listener.close();
            for (Socket connection : connections) {
                reset(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reset(Socket connection) throws IOException {
        try (connection) {
            connection.setSoLinger(true, 0);
        } catch (SocketException e) {
            // Its own thread has just closed it.
        }
    }

    /** A thread that waits in accept may still get a connection after the listener has been closed. */
    private synchronized void take(Socket connection) throws IOException {
        if (killed) {
            reset(connection);
        } else {
            connection.setTcpNoDelay(true);
            connections.add(connection);
            start(() -> serveAll(connection));
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-backend");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (true) {
                take(listener.accept());
            }
        } catch (IOException e) {
            // Killed.
        }
    }

    private void serveAll(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 64 * 1024);
            for (String head = readHead(in); !head.isEmpty(); head = readHead(in)) {
                heads.add(head);
                behaviour.serve(head, in, out);
            }
        } catch (IOException e) {
            // The other side hung up, or the behaviour did.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    /** Reads up to and with the empty line; what there was if the connection ends before. */
    static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
