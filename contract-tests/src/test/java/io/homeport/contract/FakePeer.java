package io.homeport.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Another node as far as its prober can tell: answers every request with a name and a state, hangs, or babbles. */
final class FakePeer implements AutoCloseable {

    /** What it does with a connection. */
    enum Manner {
        ANSWERS,
        HANGS,
        BABBLES
    }

    private final String id;
    private final Manner manner;
    private final ServerSocket server;
    // Guarded by this.
    private final List<Socket> held = new ArrayList<>();
    // Guarded by this.
    private String state = "active";
    // Guarded by this.
    private int probes;

    FakePeer(String id, Manner manner) {
        this.id = id;
        this.manner = manner;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "fake peer " + id);
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Changes the state, and waits until the node under test must have seen it: its second next probe has come. */
    synchronized void becomes(String newState) {
        state = newState;
        int wanted = probes + 2;
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (probes < wanted) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("peer " + id + " is not probed any more");
            }
            try {
                wait(1000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                answer(server.accept());
            } catch (IOException e) {
                reportUnlessClosed(e);
            }
        }
    }

    private void reportUnlessClosed(IOException e) {
        if (!server.isClosed()) {
            System.out.println("fake peer " + id + ": " + e);
        }
    }

    private void answer(Socket socket) throws IOException {
        if (manner == Manner.HANGS) {
            hold(socket);
            return;
        }
        try (socket) {
            readHead(socket.getInputStream());
            socket.getOutputStream().write(reply().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private synchronized void hold(Socket socket) {
        held.add(socket);
    }

    private synchronized String reply() {
        probes++;
        notifyAll();
        return manner == Manner.BABBLES
                ? "\u0000\u0001 garbage \r\r\n".repeat(1000)
                : "HTTP/1.1 200 OK\r\nHomeport-Node: " + id + "\r\nHomeport-State: " + state
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    private static void readHead(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
    }

    @Override
    public synchronized void close() {
        try {
            server.close();
            for (Socket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
