package io.homeport.sim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** Where a client's body goes: on to the backend, framed as the client framed it. */
final class RequestBody implements Content.Sink {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CRLF = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final UpstreamConnection connection;
    private final boolean chunked;
    // Set by the connection's writer, read when the copy has failed.
    private volatile boolean backendStoppedReading;

    RequestBody(UpstreamConnection connection, boolean chunked) {
        this.connection = connection;
        this.chunked = chunked;
    }

    /** Whether it was the backend's side that broke; its answer may still be on the way. */
    boolean backendStoppedReading() {
        return backendStoppedReading;
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
        Callback noting = Callback.from(InvocationType.NON_BLOCKING, callback::succeeded, cause -> {
            backendStoppedReading = true;
            callback.failed(cause);
        });
        if (!chunked) {
            connection.write(noting, bytes == null ? BufferUtil.EMPTY_BUFFER : bytes);
        } else if (BufferUtil.hasContent(bytes)) {
            connection.write(noting, chunkHead(bytes.remaining()), bytes, ByteBuffer.wrap(CRLF), end(last));
        } else {
            connection.write(noting, end(last));
        }
    }

    private static ByteBuffer chunkHead(int length) {
        return BufferUtil.toBuffer(Integer.toHexString(length) + "\r\n");
    }

    private static ByteBuffer end(boolean last) {
        return last ? ByteBuffer.wrap(LAST_CHUNK) : BufferUtil.EMPTY_BUFFER;
    }
}
