package io.homeport.contract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackException;

/** A client's side of an HTTP/2 connection, one request at a time. */
final class Http2Connection {
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int MAX_HEAD = 256 * 1024;
    private static final int DEFAULT_WINDOW = 65_535;
    /** Room for every response of the contract. */
    private static final int OUR_WINDOW = 16 * 1024 * 1024;

    private static final int SETTING_PUSH = 2;
    private static final int SETTING_WINDOW = 4;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final String scheme;
    private final HpackDecoder decoder = new HpackDecoder(MAX_HEAD, System::nanoTime);
    private int stream = -1;
    // How many bytes the server takes: of any request at its start, of this one, of all.
    private int initialWindow = DEFAULT_WINDOW;
    private int streamWindow;
    private int window = DEFAULT_WINDOW;

    Http2Connection(Socket socket, String scheme) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        this.scheme = scheme;
        out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer settings = ByteBuffer.allocate(12);
        settings.putShort((short) SETTING_PUSH).putInt(0);
        settings.putShort((short) SETTING_WINDOW).putInt(OUR_WINDOW);
        write(Http2Frame.SETTINGS, 0, settings.flip());
        write(Http2Frame.WINDOW_UPDATE, 0, ByteBuffer.allocate(4).putInt(0, OUR_WINDOW));
    }

    Reply exchange(Ask ask) throws IOException {
        stream += 2;
        streamWindow = initialWindow;
        Http2Reply reply = new Http2Reply(ask);
        boolean waits = ask.value("Expect").equals("100-continue");
        int left = ask.length();
        writeOnStream(
                Http2Frame.HEADERS, ends(left) | Http2Frame.END_HEADERS, ByteBuffer.wrap(HeaderBlock.of(ask, scheme)));
        while (!reply.isComplete()) {
            int room = Math.min(Math.min(left, Http2Frame.MAX_PAYLOAD), Math.min(streamWindow, window));
            if (room > 0 && (!waits || reply.isToldToGoOn())) {
                left -= room;
                streamWindow -= room;
                window -= room;
                writeOnStream(Http2Frame.DATA, ends(left), ByteBuffer.allocate(room));
            } else {
                out.flush();
                take(Http2Frame.read(in), reply);
            }
        }
        return reply.reply();
    }

    private static int ends(int left) {
        return left == 0 ? Http2Frame.END_STREAM : 0;
    }

    /** Waits until the server has nothing more to say, which after the end of a response it must not. */
    void settle() throws IOException {
        Http2Reply none = new Http2Reply(Ask.get("/"));
        stream += 2;
        try {
            write(Http2Frame.PING, 0, ByteBuffer.allocate(8));
            out.flush();
            Http2Frame frame = Http2Frame.read(in);
            while (frame.type() != Http2Frame.PING) {
                take(frame, none);
                frame = Http2Frame.read(in);
            }
        } catch (EOFException | SocketException e) {
            // It has hung up, which is silence too.
            return;
        }
    }

    private void take(Http2Frame frame, Http2Reply reply) throws IOException {
        boolean carries = frame.type() == Http2Frame.HEADERS || frame.type() == Http2Frame.DATA;
        if (carries && frame.stream() != stream) {
            throw new IOException("stream " + frame.stream() + " goes on after its end");
        }
        switch (frame.type()) {
            case Http2Frame.HEADERS -> head(frame, reply);
            case Http2Frame.DATA -> reply.data(frame.content());
            case Http2Frame.RST_STREAM -> reset(frame, reply);
            case Http2Frame.SETTINGS -> settings(frame);
            case Http2Frame.WINDOW_UPDATE -> enlarge(frame);
            case Http2Frame.PING -> pong(frame);
            case Http2Frame.GOAWAY -> goAway(frame, reply);
            default -> throw new IOException("unexpected " + frame);
        }
        if (carries && frame.has(Http2Frame.END_STREAM)) {
            reply.end();
        }
    }

    private void head(Http2Frame first, Http2Reply reply) throws IOException {
        if (first.has(Http2Frame.PADDED) || first.has(Http2Frame.PRIORITY)) {
            throw new IOException("a response head with padding or priority is not understood here");
        }
        ByteBuffer block = ByteBuffer.allocate(MAX_HEAD).put(first.payload());
        Http2Frame frame = first;
        while (!frame.has(Http2Frame.END_HEADERS)) {
            frame = Http2Frame.read(in);
            block.put(frame.payload());
        }
        try {
            reply.head(decoder.decode(block.flip()));
        } catch (HpackException e) {
            throw new IOException("response head: " + e.getMessage(), e);
        }
    }

    private void reset(Http2Frame frame, Http2Reply reply) throws IOException {
        if (frame.stream() == stream) {
            reply.reset(frame.payload().getInt());
        }
    }

    private void settings(Http2Frame frame) throws IOException {
        if (frame.has(Http2Frame.ACK)) {
            return;
        }
        ByteBuffer settings = frame.payload();
        while (settings.hasRemaining()) {
            int key = settings.getShort();
            int value = settings.getInt();
            if (key == SETTING_WINDOW) {
                streamWindow += value - initialWindow;
                initialWindow = value;
            }
        }
        write(Http2Frame.SETTINGS, Http2Frame.ACK, ByteBuffer.allocate(0));
    }

    private void enlarge(Http2Frame frame) {
        int more = frame.payload().getInt();
        if (frame.stream() == 0) {
            window += more;
        } else if (frame.stream() == stream) {
            streamWindow += more;
        }
    }

    private void pong(Http2Frame ping) throws IOException {
        if (!ping.has(Http2Frame.ACK)) {
            write(Http2Frame.PING, Http2Frame.ACK, ping.payload());
        }
    }

    private void goAway(Http2Frame frame, Http2Reply reply) throws IOException {
        ByteBuffer payload = frame.payload();
        int last = payload.getInt();
        int error = payload.getInt();
        if (!reply.isComplete() && (last < stream || error != 0)) {
            reply.reset(error);
        }
    }

    private void write(int type, int flags, ByteBuffer payload) throws IOException {
        new Http2Frame(type, flags, 0, payload).write(out);
    }

    private void writeOnStream(int type, int flags, ByteBuffer payload) throws IOException {
        new Http2Frame(type, flags, stream, payload).write(out);
    }
}
