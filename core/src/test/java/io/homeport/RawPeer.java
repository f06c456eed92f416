package io.homeport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does to each connection what it is told, HTTP or not. */
final class RawPeer implements Closeable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    /** What is done once a request's header section has been read. */
    interface Behaviour {
        void serve(Socket socket) throws IOException;
    }

    RawPeer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        start(this::accept);
    }

    /** Says one text after the other, the last one for ever. */
    static Behaviour saying(String... texts) {
        AtomicInteger turn = new AtomicInteger();
        return socket -> socket.getOutputStream()
                .write(texts[Math.min(turn.getAndIncrement(), texts.length - 1)].getBytes(ISO_8859_1));
    }

    /** Says {@code start}, then {@code piece} again and again with a pause between, until nobody listens. */
    static Behaviour dripping(String start, String piece, int pauseMillis) {
        CountDownLatch never = new CountDownLatch(1);
        return socket -> {
            socket.getOutputStream().write(start.getBytes(ISO_8859_1));
            try {
                do {
                    socket.getOutputStream().write(piece.getBytes(ISO_8859_1));
                } while (!never.await(pauseMillis, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    BlockingQueue<String> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            for (String request = read(socket); !request.isEmpty(); request = read(socket)) {
                requests.add(request);
                behaviour.serve(socket);
            }
        } catch (IOException e) {
            requests.add(String.valueOf(e.getMessage()));
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            head.write(octet);
            if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(ISO_8859_1);
            }
        }
        return "";
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
