package io.homeport.sim;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** Bytes from a backend in, the parts of its answer out. Does no I/O; used by one thread at a time. */
final class ReplyParser implements HttpParser.ResponseHandler {
    private static final int MAX_HEAD_BYTES = 64 * 1024;

    private final HttpParser parser = new HttpParser(this, MAX_HEAD_BYTES, HttpCompliance.RFC7230_LEGACY);
    private final Queue<ByteBuffer> body = new ArrayDeque<>(4);
    private HttpFields.Mutable headers = HttpFields.build();
    private int status;
    private boolean persistent;
    private Stage stage = Stage.IN_HEAD;
    private @Nullable IOException broken;

    /** What the next thing to be handed on is. */
    enum Part {
        MORE_BYTES_NEEDED,
        INTERIM,
        HEAD,
        BODY,
        END
    }

    private enum Stage {
        IN_HEAD,
        HEAD_DUE,
        FLUSH_DUE,
        IN_BODY
    }

    // The message has been read to its end, though perhaps not handed on.
    private boolean complete;
    private boolean lastTaken;

    void begin() {
        parser.setHeadResponse(false);
        startMessage();
    }

    /** The request was a HEAD: the answer ends with its headers, whatever they say. */
    void expectHeadOnly() {
        parser.setHeadResponse(true);
    }

    private void startMessage() {
        parser.reset();
        headers = HttpFields.build();
        stage = Stage.IN_HEAD;
        complete = false;
        lastTaken = false;
    }

    /** Takes bytes; those behind the end of the answer stay in the buffer. */
    void feed(ByteBuffer bytes) {
        parser.parseNext(bytes);
    }

    void feedEof() {
        parser.atEOF();
        parser.parseNext(BufferUtil.EMPTY_BUFFER);
        if (!complete && broken == null) {
            earlyEOF();
        }
    }

    Part next() throws IOException {
        if (complete && isInterim()) {
            return Part.INTERIM;
        }
        if (stage == Stage.HEAD_DUE) {
            return Part.HEAD;
        }
        if (!body.isEmpty() || (complete && !lastTaken)) {
            return Part.BODY;
        }
        if (complete) {
            return Part.END;
        }
        if (broken != null) {
            throw broken;
        }
        return stage == Stage.FLUSH_DUE ? Part.BODY : Part.MORE_BYTES_NEEDED;
    }

    private boolean isInterim() {
        return status < 200 && status != 101;
    }

    /** After {@link Part#INTERIM}: on to the next head. */
    void endInterim() {
        startMessage();
    }

    void headTaken() {
        stage = Stage.FLUSH_DUE;
    }

    /** The next bytes of the body; none if only the end, or the head alone, is to be passed on. */
    ByteBuffer takeBody() {
        stage = Stage.IN_BODY;
        ByteBuffer slice = body.poll();
        lastTaken = complete && body.isEmpty();
        return slice == null ? BufferUtil.EMPTY_BUFFER : slice;
    }

    /** Whether what {@link #takeBody} returned is the end. */
    boolean lastTaken() {
        return lastTaken;
    }

    int status() {
        return status;
    }

    HttpFields headers() {
        return headers;
    }

    /** Whether the backend means to keep the connection. */
    boolean isPersistent() {
        return persistent && !parser.isClosed() && !parser.isClose();
    }

    @Override
    public void startResponse(HttpVersion version, int code, String reason) {
        status = code;
        persistent = version == HttpVersion.HTTP_1_1;
    }

    @Override
    public void parsedHeader(HttpField field) {
        if (field.getHeader() == HttpHeader.CONNECTION) {
            persistent = !field.contains("close") && (persistent || field.contains("keep-alive"));
        }
        headers.add(field);
    }

    @Override
    public boolean headerComplete() {
        stage = Stage.HEAD_DUE;
        return false;
    }

    @Override
    public boolean content(ByteBuffer bytes) {
        body.add(bytes);
        return false;
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public boolean messageComplete() {
        complete = true;
        return true;
    }

    @Override
    public void earlyEOF() {
        broken = new EOFException("connection closed by the backend");
    }

    @Override
    public void badMessage(HttpException failure) {
        broken = new IOException("not HTTP: " + failure.getReason());
    }
}
