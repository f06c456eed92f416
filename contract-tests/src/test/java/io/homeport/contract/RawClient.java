package io.homeport.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An HTTP client that sends what it is told, byte for byte, one connection a request. */
final class RawClient {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    Reply send(Ask ask) {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(ask.head());
            boolean waits = ask.value("Expect").equals("100-continue");
            if (!waits) {
                out.write(ask.body());
            }
            out.flush();
            return new ReplyReader(socket.getInputStream()).read(ask.method().equals("HEAD"));
        } catch (IOException e) {
            throw new UncheckedIOException(ask.method() + " " + ask.target() + ": " + e, e);
        }
    }

    /** Sends the text as it is and gives back what comes until the server closes or falls silent. */
    String exchange(String text) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends two requests over one connection; the second shows whether the first left it in order. */
    Reply sendTwice(Ask first, Ask second) {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(first.head());
            out.write(first.body());
            out.flush();
            new ReplyReader(in).read(false);
            out.write(second.head());
            out.flush();
            return new ReplyReader(in).read(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends requests over one connection, and the body of each when it is asked for. */
    List<Reply> sendWhenAsked(Ask... asks) {
        List<Reply> replies = new ArrayList<>();
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            ReplyReader reader = new ReplyReader(socket.getInputStream());
            for (Ask ask : asks) {
                out.write(ask.head());
                out.flush();
                replies.add(reader.read(false, interim -> out.write(ask.body())));
            }
            return replies;
        } catch (IOException e) {
            throw new UncheckedIOException(replies + ": " + e, e);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }
}
