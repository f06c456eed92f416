package io.homeport.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one exchange.
 *
 * @param routes the backends its cookies name
 */
record Conversation(Request request, Response response, Callback callback, List<String> routes) {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

    /** Whether doing it twice is as good as once (RFC 9110, 9.2.2). */
    boolean isIdempotent() {
        return IDEMPOTENT.contains(request.getMethod());
    }

    boolean hasBody() {
        return RequestHead.hasBody(request);
    }

    /** Whether the client waits to be asked for the body. */
    boolean waitsForContinue() {
        return request.getHeaders().contains(HttpHeader.EXPECT, "100-continue");
    }

    boolean isHead() {
        return "HEAD".equals(request.getMethod());
    }

    Access access(@Nullable Choice choice, int status) {
        return new Access(
                Instant.ofEpochMilli(Request.getTimeStamp(request)),
                Request.getRemoteAddr(request),
                request.getMethod(),
                RequestHead.target(request),
                status,
                choice == null ? null : choice.backend().id(),
                choice == null ? Reason.REFUSED : choice.reason(),
                Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())));
    }

    /** Answers in the balancer's own name. */
    void answer(int status, String text) {
        response.reset();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, isHead() ? BufferUtil.EMPTY_BUFFER : BufferUtil.toBuffer(body), callback);
    }
}
