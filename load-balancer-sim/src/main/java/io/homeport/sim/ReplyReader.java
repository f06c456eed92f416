package io.homeport.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers on one connection: a buffer full, hand it on, wait until it is gone, the next. So a slow client slows its
 * backend, and never more than one buffer is held.
 */
final class ReplyReader extends IteratingCallback {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final UpstreamConnection connection;
    private final ByteBufferPool buffers;
    private final ReplyParser parser = new ReplyParser();

    // These two: guarded by IteratingCallback, which runs process() and its ends on one thread at a time.
    private RetainableByteBuffer.@Nullable Mutable buffer;
    private Answering caller;
    // Read by the request's side.
    private volatile boolean begun;

    ReplyReader(UpstreamConnection connection, ByteBufferPool buffers, Answering first) {
        this.connection = connection;
        this.buffers = buffers;
        this.caller = first;
    }

    void begin(Answering next) {
        caller = next;
        begun = false;
        parser.begin();
    }

    Answering caller() {
        return caller;
    }

    void expectHeadOnly() {
        parser.expectHeadOnly();
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    protected Action process() throws IOException {
        while (true) {
            switch (parser.next()) {
                case MORE_BYTES_NEEDED -> {
                    if (!read()) {
                        connection.fillInterested();
                        return Action.IDLE;
                    }
                }
                case INTERIM -> passInterim();
                case HEAD -> {
                    caller.head(parser.status(), parser.headers());
                    parser.headTaken();
                }
                case BODY -> {
                    ByteBuffer bytes = parser.takeBody();
                    caller.content(parser.lastTaken(), bytes, this);
                    return Action.SCHEDULED;
                }
                case END -> {
                    return Action.SUCCEEDED;
                }
            }
        }
    }

    private boolean read() throws IOException {
        if (buffer == null) {
            buffer = buffers.acquire(BUFFER_BYTES, true);
        }
        ByteBuffer bytes = buffer.getByteBuffer();
        BufferUtil.clear(bytes);
        int count = connection.getEndPoint().fill(bytes);
        if (count > 0) {
            begun = true;
            parser.feed(bytes);
        } else if (count < 0) {
            parser.feedEof();
        } else {
            releaseBuffer();
        }
        return count != 0;
    }

    private void passInterim() {
        caller.interim(parser.status(), parser.headers());
        parser.endInterim();
        if (buffer != null && buffer.hasRemaining()) {
            parser.feed(buffer.getByteBuffer());
        }
    }

    private void releaseBuffer() {
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }

    @Override
    protected void onCompleteSuccess() {
        Answering done = caller;
        boolean reusable = parser.isPersistent() && (buffer == null || !buffer.hasRemaining());
        releaseBuffer();
        reset();
        connection.answered(reusable);
        done.complete();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        releaseBuffer();
        connection.close();
        caller.failed(cause);
    }
}
