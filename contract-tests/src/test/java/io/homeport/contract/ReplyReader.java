package io.homeport.contract;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one response (RFC 9112), and holds it to its own length. */
final class ReplyReader {
    private final InputStream in;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /** Told of each interim response before what follows it is read. */
    interface OnInterim {
        void seen(int status) throws IOException;
    }

    Reply read(boolean toHead) throws IOException {
        return read(toHead, status -> {});
    }

    Reply read(boolean toHead, OnInterim onInterim) throws IOException {
        List<Integer> interim = new ArrayList<>();
        int status = status();
        List<String[]> headers = headers();
        while (status < 200) {
            interim.add(status);
            onInterim.seen(status);
            status = status();
            headers = headers();
        }
        Reply head = new Reply(interim, status, headers, "");
        boolean bodiless = toHead || status == 204 || status == 304;
        return new Reply(interim, status, headers, bodiless ? "" : body(head));
    }

    private int status() throws IOException {
        String line = line();
        if (!line.startsWith("HTTP/1.1 ")) {
            throw new IOException("no status line: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private List<String[]> headers() throws IOException {
        List<String[]> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(new String[] {
                line.substring(0, colon), line.substring(colon + 1).strip()
            });
        }
        return headers;
    }

    private String body(Reply head) throws IOException {
        if (head.one("Transfer-Encoding").equals("chunked")) {
            return chunks();
        }
        String length = head.one("Content-Length");
        byte[] body = length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        if (!length.isEmpty() && body.length != Integer.parseInt(length)) {
            throw new EOFException("body ends after " + body.length + " of " + length);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        int size = Integer.parseInt(line(), 16);
        while (size > 0) {
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line();
            size = Integer.parseInt(line(), 16);
        }
        line();
        return body.toString();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("the connection ended within a response: " + line);
            }
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
