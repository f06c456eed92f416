package io.homeport.contract;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket to an endpoint that sends everything back. */
final class EchoClient implements WebSocket.Listener, AutoCloseable {
    private static final int SECONDS = 20;

    private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WebSocket socket;

    EchoClient(int port, String path) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), this)
                .join();
    }

    /** The request of a handshake (RFC 6455, section 1.3), with this {@code Cookie} field unless empty. */
    static String handshake(String path, String cookie) {
        return String.join(
                "\r\n",
                "GET " + path + " HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n",
                "");
    }

    String echoOf(String message) {
        socket.sendText(message, true).join();
        return (String) next();
    }

    byte[] echoOf(byte[] message) {
        socket.sendBinary(ByteBuffer.wrap(message), true).join();
        return (byte[]) next();
    }

    /** How the server ended it, waited for. */
    String end() {
        return String.valueOf(received());
    }

    private @Nullable Object received() {
        try {
            return received.poll(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object next() {
        Object message = received();
        if (message == null || message.toString().startsWith("closed ")) {
            throw new AssertionError("no echo, but " + message);
        }
        return message;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            received.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            received.add(bytes.toByteArray());
            bytes.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        received.add("closed with " + status + " " + reason);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
