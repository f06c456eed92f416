package io.homeport.sim;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One {@code GET} over a connection of its own, judged by its status alone. */
final class HttpProbe implements Answering {
    private final ProbePlan plan;
    private final Backend backend;
    private final Consumer<ProbeOutcome> found;
    private final AtomicBoolean done = new AtomicBoolean();
    // Set when there is one, read by the timeout.
    private volatile @Nullable UpstreamConnection connection;

    HttpProbe(ProbePlan plan, Backend backend, Consumer<ProbeOutcome> found) {
        this.plan = plan;
        this.backend = backend;
        this.found = found;
    }

    void start(Timer timer) {
        Runnable cancel =
                timer.after(plan.timeout(), () -> finish(failed("no answer within " + Durations.text(plan.timeout()))));
        this.cancelTimeout = cancel;
        backend.upstream().connectAnew(this);
    }

    // Set before the connection is asked for.
    private volatile Runnable cancelTimeout = () -> {};

    @Override
    public void connected(UpstreamConnection made) {
        connection = made;
        if (done.get()) {
            made.close();
            return;
        }
        String head = "GET " + plan.target() + " HTTP/1.1\r\nHost: " + backend.authority()
                + "\r\nUser-Agent: homeport-sim\r\nConnection: close\r\n\r\n";
        made.write(Callback.NOOP, BufferUtil.toBuffer(head));
    }

    @Override
    public void interim(int status, HttpFields headers) {
        // Says nothing about health.
    }

    @Override
    public void head(int status, HttpFields headers) {
        finish(plan.rules().judge("GET " + plan.target(), status));
    }

    @Override
    public void content(boolean last, ByteBuffer bytes, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void complete() {
        // The head has said it all.
    }

    @Override
    public void failed(Throwable cause) {
        finish(failed(Failure.text(cause)));
    }

    private ProbeOutcome failed(String why) {
        return ProbeOutcome.failed("GET " + plan.target() + " " + why);
    }

    private void finish(ProbeOutcome outcome) {
        if (done.compareAndSet(false, true)) {
            cancelTimeout.run();
            UpstreamConnection made = connection;
            if (made != null) {
                made.close();
            }
            found.accept(outcome);
        }
    }
}
