package io.homeport.agent;

import io.homeport.Answer;
import io.homeport.Header;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Writes an answer, then reads on what the client is sending: one whose connection is closed under its body never gets to
 * see the answer. A body longer than the bound is cut off all the same.
 */
final class Jetty12Answer implements Runnable {
    /** Bytes; what Tomcat swallows too (its maxSwallowSize). */
    private static final long MAX_DRAINED = 2L * 1024 * 1024;

    private final Request request;
    private final Callback callback;
    // Touched by one thread at a time: the next demand is made last.
    private long drained;

    private Jetty12Answer(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    static void write(Response response, Answer answer, Callback callback) {
        response.setStatus(answer.status());
        for (Header header : answer.headers()) {
            response.getHeaders().add(header.name(), header.value());
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        Request request = response.getRequest();
        boolean body = request.getLength() != 0 && !request.getHeaders().contains(HttpHeader.EXPECT);
        Callback written = body ? Callback.from(new Jetty12Answer(request, callback), callback::failed) : callback;
        response.write(true, answer.body(), written);
    }

    @Override
    public void run() {
        while (drained <= MAX_DRAINED) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            drained += chunk.remaining();
            boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk);
            chunk.release();
            if (last) {
                break;
            }
        }
        callback.succeeded();
    }
}
