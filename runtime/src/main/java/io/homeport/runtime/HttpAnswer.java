package io.homeport.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An answer of HTTP/1 (RFC 9112), read only as far as somebody asks, and never further than 64 kB. */
final class HttpAnswer {
    private static final int MOST = 65_536;
    private static final int LONGEST_LINE = 8_192;

    private final InputStream in;
    private int status;
    private boolean chunked;
    private boolean inChunks;
    // Octets of the body, or of its chunk, that are still to come.
    private long left = Long.MAX_VALUE;

    /** Reads the head, and interim answers before it. */
    HttpAnswer(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in);
        int lines = readHead(0);
        while (status < 200 && status != 101) {
            lines = readHead(lines);
        }
    }

    int status() {
        return status;
    }

    private int readHead(int linesBefore) throws IOException {
        int lines = linesBefore;
        status = status(readLine());
        String field = readLine();
        while (!field.isEmpty()) {
            if (++lines > 256) {
                throw new IOException("more than 256 header fields");
            }
            note(field.toLowerCase(Locale.ROOT));
            field = readLine();
        }
        if (chunked) {
            left = 0;
        }
        return lines;
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (!line.startsWith("HTTP/1.") || words.length < 2 || !words[1].matches("[1-5][0-9]{2}")) {
            throw new IOException("no HTTP: " + line);
        }
        return Integer.parseInt(words[1]);
    }

    private void note(String field) throws IOException {
        String value = field.substring(field.indexOf(':') + 1).strip();
        if (field.startsWith("transfer-encoding:")) {
            chunked = value.endsWith("chunked");
        } else if (field.startsWith("content-length:")) {
            left = number(value, 10);
        }
    }

    private static long number(String text, int radix) throws IOException {
        try {
            return Long.parseUnsignedLong(text, radix) & Long.MAX_VALUE;
        } catch (NumberFormatException e) {
            throw new IOException("no length: " + text, e);
        }
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet != '\n') {
            if (octet < 0 || line.length() == LONGEST_LINE) {
                throw new IOException(octet < 0 ? "ended within the head" : "a line of more than 8 kB");
            }
            line.append((char) octet);
            octet = in.read();
        }
        return line.toString().stripTrailing();
    }

    /** Whether the first 64 kB of the body hold the text; reads on only as long as they do not. */
    boolean holds(byte[] text) throws IOException {
        byte[] body = new byte[MOST];
        int filled = 0;
        while (filled < MOST) {
            int more = read(body, filled);
            if (more < 0) {
                return false;
            }
            String latest = new String(
                    body,
                    Math.max(0, filled - text.length),
                    more + Math.min(filled, text.length),
                    StandardCharsets.ISO_8859_1);
            if (latest.contains(new String(text, StandardCharsets.ISO_8859_1))) {
                return true;
            }
            filled += more;
        }
        return false;
    }

    private int read(byte[] body, int at) throws IOException {
        if (left == 0 && chunked) {
            nextChunk();
        }
        if (left == 0) {
            return -1;
        }
        int more = in.read(body, at, (int) Math.min(left, body.length - at));
        left -= Math.max(0, more);
        return more;
    }

    private void nextChunk() throws IOException {
        if (inChunks) {
            readLine();
        }
        inChunks = true;
        String line = readLine();
        int end = line.indexOf(';');
        left = number((end < 0 ? line : line.substring(0, end)).strip(), 16);
    }
}
