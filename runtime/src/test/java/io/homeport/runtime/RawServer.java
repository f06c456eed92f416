package io.homeport.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A server that says what a test wants, on one connection after the other. */
final class RawServer implements AutoCloseable {
    private final ServerSocket server;

    /** What becomes of a connection whose request has been read. */
    interface Conversation {
        void with(Socket client) throws IOException;
    }

    RawServer(ServerSocket server, Conversation conversation) {
        this.server = server;
        Thread thread = new Thread(() -> serve(conversation), "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    RawServer(Conversation conversation) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), conversation);
    }

    /** One that gives each request that answer, and closes. */
    static RawServer answering(String answer) throws IOException {
        return new RawServer(client -> client.getOutputStream().write(bytes(answer)));
    }

    /** One that says the start, and from then on one octet of the rest after the other, for ever, until the client goes. */
    static RawServer trickling(String start, String rest, CountDownLatch gone) throws IOException {
        return new RawServer(client -> {
            client.setSoTimeout(20);
            client.getOutputStream().write(bytes(start));
            byte[] octets = bytes(rest);
            for (int i = 0; !isGone(client); i++) {
                client.getOutputStream().write(octets[i % octets.length]);
            }
            gone.countDown();
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Waits for a moment, too. */
    private static boolean isGone(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private void serve(Conversation conversation) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                readRequest(client.getInputStream());
                conversation.with(client);
            } catch (IOException e) {
                // The client has gone, or the test is over; the next turn of the loop sees which.
            }
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 2) {
            int octet = in.read();
            if (octet < 0) {
                return;
            }
            ends = octet == '\n' ? ends + 1 : octet == '\r' ? ends : 0;
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
