package io.homeport.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * One HTTP/1.1 connection to a backend, used for one exchange after the other. While it is idle it watches for the backend hanging
 * up.
 */
final class UpstreamConnection extends AbstractConnection.NonBlocking {
    private final Upstream home;
    private final ReplyReader reader;
    private final AtomicBoolean idle = new AtomicBoolean();
    // Written by whoever owns the connection; handed on through idle.
    private volatile boolean reused;
    // Request and answer: the connection is free when both are through, whichever is the last.
    private final AtomicInteger halves = new AtomicInteger(2);

    UpstreamConnection(EndPoint endPoint, Upstream home, Answering first) {
        super(endPoint, home.loop().getExecutor());
        this.home = home;
        this.reader = new ReplyReader(this, home.loop().getByteBufferPool(), first);
    }

    @Override
    public void onOpen() {
        super.onOpen();
        fillInterested();
        reader.caller().connected(this);
    }

    /** Makes an idle connection the caller's; false if it has just died. */
    boolean take(Answering caller) {
        reused = true;
        halves.set(2);
        reader.begin(caller);
        return idle.compareAndSet(true, false);
    }

    /** Whether an exchange went over it before, so that the backend may be about to close it. */
    boolean isReused() {
        return reused;
    }

    /** Looks whether the backend has hung up; if so the caller will be told by {@link Answering#failed}. */
    boolean looksAlive() {
        try {
            if (getEndPoint().fill(BufferUtil.allocate(1)) == 0) {
                return true;
            }
        } catch (IOException e) {
            getEndPoint().close(e);
            return false;
        }
        getEndPoint().close();
        return false;
    }

    void expectHeadOnly() {
        reader.expectHeadOnly();
    }

    /** Whether any byte of an answer has come. */
    boolean answerBegun() {
        return reader.hasBegun();
    }

    /** An empty buffer of at least this size, to be released by the caller. */
    RetainableByteBuffer.Mutable acquire(int size) {
        return home.loop().getByteBufferPool().acquire(size, true);
    }

    void write(Callback callback, ByteBuffer... bytes) {
        getEndPoint().write(callback, bytes);
    }

    /** The whole request is on its way. */
    void requestSent() {
        halfDone();
    }

    @Override
    public void onFillable() {
        if (idle.compareAndSet(true, false)) {
            home.forget(this);
            close();
        } else {
            reader.iterate();
        }
    }

    @Override
    public void onFillInterestedFailed(Throwable cause) {
        if (idle.compareAndSet(true, false)) {
            home.forget(this);
            close();
        } else {
            abort(cause);
        }
    }

    /** Ends the exchange and the connection. */
    void abort(Throwable cause) {
        reader.abort(cause);
        getEndPoint().close(cause);
    }

    /** The answer is through. */
    void answered(boolean reusable) {
        if (reusable) {
            halfDone();
        } else {
            close();
        }
    }

    private void halfDone() {
        if (halves.decrementAndGet() == 0 && getEndPoint().isOpen()) {
            idle.set(true);
            fillInterested();
            home.release(this);
        }
    }
}
