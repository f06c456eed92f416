package io.homeport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What Homeport answers in the application's place. The host adds {@code Content-Length}, and leaves the body out where
 * the method is HEAD. Immutable.
 */
public final class Answer implements Decision {
    private static final byte[] NOTHING = {};

    private final int status;
    private final List<Header> headers;
    private final byte[] body;

    Answer(int status, List<Header> headers, String body) {
        this(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer(int status, List<Header> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** An answer of a host's own, such as a management page. */
    public static Answer of(int status, List<Header> headers, String body) {
        return new Answer(status, headers, body);
    }

    /** The same with another status, and without the body where that status has none. */
    Answer withStatus(int other) {
        return other == status ? this : new Answer(other, headers, hasBody(other) ? body : NOTHING);
    }

    /** On a connection that is kept, what came after one of these would pass for the next answer (RFC 9110 6.4.1). */
    static boolean hasBody(int status) {
        return status != 204 && status != 205 && status != 304;
    }

    public int status() {
        return status;
    }

    public List<Header> headers() {
        return headers;
    }

    /** Bytes of the body. */
    public int length() {
        return body.length;
    }

    /** The body; each call gives a new read-only buffer. */
    public ByteBuffer body() {
        return ByteBuffer.wrap(body).asReadOnlyBuffer();
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + new String(body, StandardCharsets.UTF_8);
    }
}
