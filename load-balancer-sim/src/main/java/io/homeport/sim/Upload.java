package io.homeport.sim;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** One request on its way to one backend: the head, then the body as the client sends it. Thread-safe. */
final class Upload {
    /** How long a client that expects 100-continue is left waiting for a backend that may not know it. */
    private static final Duration CONTINUE_PATIENCE = Duration.ofSeconds(1);

    private final Conversation client;
    private final UpstreamConnection connection;
    private final AtomicReference<State> state = new AtomicReference<>(State.HEAD);

    private enum State {
        HEAD,
        BODY,
        SENT,
        CLIENT_GONE,
        OVER
    }

    Upload(Conversation client, UpstreamConnection connection) {
        this.client = client;
        this.connection = connection;
    }

    void start(RequestHead head, Timer timer) {
        RetainableByteBuffer.Mutable buffer = connection.acquire(head.sizeBound());
        head.writeTo(buffer.getByteBuffer());
        Callback written = Callback.from(
                InvocationType.NON_BLOCKING,
                () -> {
                    buffer.release();
                    headWritten(timer);
                },
                // The reading side finds the connection dead, after what the backend may still have said.
                cause -> buffer.release());
        connection.write(written, buffer.getByteBuffer());
    }

    private void headWritten(Timer timer) {
        if (!client.hasBody()) {
            sent();
        } else if (client.waitsForContinue()) {
            timer.after(CONTINUE_PATIENCE, this::askForBody);
        } else {
            copyBody();
        }
    }

    /** The backend, or our patience, says that the client should go on. */
    void askForBody() {
        if (state.get() == State.HEAD && client.waitsForContinue()) {
            // A client that is gone is found out at its body.
            var unused =
                    client.response().writeInterim(100, HttpFields.EMPTY).whenComplete((done, failure) -> copyBody());
        }
    }

    private void copyBody() {
        if (state.compareAndSet(State.HEAD, State.BODY)) {
            RequestBody body = new RequestBody(connection, RequestHead.isChunked(client.request()));
            Content.copy(
                    client.request(),
                    body,
                    Callback.from(InvocationType.NON_BLOCKING, this::sent, cause -> bodyFailed(body, cause)));
        }
    }

    private void sent() {
        state.set(State.SENT);
        connection.requestSent();
    }

    private void bodyFailed(RequestBody body, Throwable cause) {
        if (!body.backendStoppedReading() && state.compareAndSet(State.BODY, State.CLIENT_GONE)) {
            connection.abort(cause);
        }
    }

    /** Whether any of the body has been taken from the client, so that it cannot be sent again. */
    boolean bodyBegun() {
        return state.get() != State.HEAD && client.hasBody();
    }

    boolean isSent() {
        return state.get() == State.SENT;
    }

    boolean clientGone() {
        return state.get() == State.CLIENT_GONE;
    }

    /** The answer is through or the attempt has failed: what has not been sent by now never will be. */
    void end() {
        State last = state.getAndUpdate(now -> now == State.SENT ? now : State.OVER);
        if (last != State.SENT && client.hasBody()) {
            connection.close();
        }
    }
}
