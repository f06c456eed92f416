package io.homeport.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads on what a client still sends of an HTTP/2 request after it has been answered. Tomcat does that itself in HTTP/1.1;
 * in HTTP/2 it takes each such frame for an offence, and soon closes the connection with all other requests on it.
 */
final class TomcatDrain implements ApplicationBufferHandler {
    /** Bytes; what Tomcat swallows in HTTP/1.1 (its maxSwallowSize). */
    private static final long MAX_DRAINED = 2L * 1024 * 1024;

    private @Nullable ByteBuffer buffer;

    private TomcatDrain() {}

    /** Ends the response first: the client is not to wait for us while we wait for it. */
    static void endAndDrain(Response response) throws IOException {
        Request request = response.getRequest();
        // A client that expects a 100 sends nothing without it.
        boolean body = request.getContentLengthLong() != 0 && request.getHeader("Expect") == null;
        if (!body || !request.protocol().equals("HTTP/2.0")) {
            return;
        }
        response.action(ActionCode.CLOSE, null);
        TomcatDrain drain = new TomcatDrain();
        long drained = 0;
        int read = 0;
        while (read >= 0 && drained <= MAX_DRAINED) {
            read = request.doRead(drain);
            drained += Math.max(0, read);
        }
    }

    @Override
    public void setByteBuffer(ByteBuffer read) {
        buffer = read;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public void expand(int size) {
        // Nothing is kept.
    }
}
