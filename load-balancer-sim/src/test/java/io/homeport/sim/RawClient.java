package io.homeport.sim;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly what a test says. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    RawClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** One request on a connection of its own: head and body of the answer. */
    static String ask(URI server, String request) throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.send(request);
            return client.answer();
        }
    }

    static String get(URI server, String target, String... headers) throws IOException {
        return ask(server, request("GET", target, headers));
    }

    static String request(String method, String target, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return method + " " + target + " HTTP/1.1\r\nHost: shop.example\r\n" + lines + "\r\n";
    }

    void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    String head() throws IOException {
        return RawBackend.readHead(in);
    }

    String read(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Head and body of an answer with a Content-Length, or without any body. */
    String answer() throws IOException {
        String head = head();
        int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
        return at < 0 ? head : head + read(Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at))));
    }

    InputStream in() {
        return in;
    }

    /** Hangs up at once, dropping what is under way. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
