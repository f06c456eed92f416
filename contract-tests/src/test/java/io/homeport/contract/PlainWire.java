package io.homeport.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends a connection's bytes and gives back all that come, until the server closes. */
final class PlainWire {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final int port;

    PlainWire(int port) {
        this.port = port;
    }

    String exchange(String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            write(socket, text);
            return rest(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(text.lines().findFirst().orElse("") + ": " + e, e);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException e) {
            // The server may have answered and closed before it read everything.
            if (socket.getInputStream().available() == 0) {
                throw e;
            }
        }
    }

    private static String rest(InputStream in) throws IOException {
        StringBuilder rest = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                rest.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            // Refusing the rest of a request, a server may reset the connection after its answer.
            rest.append("\nreset");
        }
        return rest.toString();
    }
}
