package io.homeport.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests over one connection, and over the next where the server ends it. */
final class KeptConnection implements AutoCloseable {
    private final int port;
    // Both of one thread.
    private Socket socket;
    private InputStream in;

    KeptConnection(int port) throws IOException {
        this.port = port;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** @param cookie the request's one Cookie field, empty for none */
    Reply get(String path, String cookie) throws IOException {
        String field = cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n";
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        Reply reply = new ReplyReader(in).read(false);
        if (reply.one("Connection").equalsIgnoreCase("close")) {
            socket.close();
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return reply;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
