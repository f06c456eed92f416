package io.homeport.contract;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A response of AJP 1.3 while its packets come in, held to the length that it declares. */
final class AjpReply {
    private static final int CODED = 0xa0;
    /** The first has code 1. */
    private static final List<String> NAMES = List.of(
            "Content-Type",
            "Content-Language",
            "Content-Length",
            "Date",
            "Last-Modified",
            "Location",
            "Set-Cookie",
            "Set-Cookie2",
            "Servlet-Engine",
            "Status",
            "WWW-Authenticate");

    private final boolean toHead;
    private final List<String[]> headers = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    AjpReply(Ask ask) {
        this.toHead = ask.method().equals("HEAD");
    }

    void head(DataInputStream packet) throws IOException {
        status = packet.readUnsignedShort();
        text(packet, packet.readUnsignedShort());
        int count = packet.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            String name = name(packet);
            headers.add(new String[] {name, text(packet, packet.readUnsignedShort())});
        }
    }

    void data(DataInputStream packet) throws IOException {
        int length = packet.readUnsignedShort();
        body.writeBytes(packet.readNBytes(length));
    }

    Reply reply() throws IOException {
        if (status == 0) {
            throw new IOException("the response ended before it began");
        }
        Reply reply = new Reply(List.of(), status, headers, body.toString(StandardCharsets.UTF_8));
        String length = reply.one("Content-Length");
        boolean bodiless = toHead || status == 304;
        if (!length.isEmpty() && !bodiless && Integer.parseInt(length) != body.size()) {
            throw new EOFException("body ends after " + body.size() + " of " + length);
        }
        return reply;
    }

    private static String name(DataInputStream packet) throws IOException {
        int first = packet.readUnsignedByte();
        int second = packet.readUnsignedByte();
        return first == CODED ? NAMES.get(second - 1) : text(packet, first << 8 | second);
    }

    private static String text(InputStream packet, int length) throws IOException {
        String text = new String(packet.readNBytes(length), StandardCharsets.ISO_8859_1);
        if (packet.read() != 0) {
            throw new IOException("unterminated text: " + text);
        }
        return text;
    }
}
