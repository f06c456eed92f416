package io.homeport.sim;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the balancer.
 *
 * <p>It is sent again when its backend fails before any byte of an answer, as long as none of its body has been taken from the
 * client and it is idempotent or none of it was sent: first to the same backend, if the connection was an old one that may just have
 * timed out, then to each other backend once.
 */
final class Exchange implements Answering {
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private final BalancerHandler balancer;
    private final Conversation client;
    private final ClientWatch watch;
    // Guarded by this: one attempt at a time, each begun by the end of the one before. Two are read without it, by the
    // watch.
    private Choice choice;
    private Set<String> tried = Set.of();
    private volatile @Nullable UpstreamConnection connection;
    private volatile @Nullable Upload upload;
    // Set by the watch.
    private volatile boolean clientGone;

    Exchange(BalancerHandler balancer, Conversation client, Choice first) {
        this.balancer = balancer;
        this.client = client;
        this.choice = first;
        this.watch = new ClientWatch(client.request(), this::clientGone);
    }

    void start() {
        balancer.waiting().add(this);
        attempt();
    }

    private void attempt() {
        choice.backend().upstream().connect(this);
    }

    /** Time passes while no answer comes. */
    void tick() {
        Upload sending = upload;
        if (sending != null && sending.isSent()) {
            watch.tick();
        }
    }

    private void clientGone() {
        clientGone = true;
        UpstreamConnection asked = connection;
        if (asked != null) {
            asked.abort(new EofException("the client hung up"));
        }
    }

    private void stopWaiting() {
        balancer.waiting().remove(this);
        watch.end();
    }

    @Override
    public synchronized void connected(UpstreamConnection taken) {
        connection = taken;
        if (clientGone) {
            taken.abort(new EofException("the client hung up"));
            return;
        }
        if (taken.isReused() && !client.isIdempotent() && !taken.looksAlive()) {
            return;
        }
        if (client.isHead()) {
            taken.expectHeadOnly();
        }
        Upload begun = new Upload(client, taken);
        upload = begun;
        AffinityCookie hidden = balancer.persistence() == Persistence.INSERT ? balancer.cookie() : null;
        begun.start(new RequestHead(client.request(), choice.backend().authority(), hidden), balancer.timer());
    }

    @Override
    public void interim(int status, HttpFields headers) {
        if (status != 100) {
            // A client that is gone is found out at the answer.
            var unused = client.response().writeInterim(status, headers);
        } else {
            Upload waiting = upload;
            if (waiting != null) {
                waiting.askForBody();
            }
        }
    }

    @Override
    public void head(int status, HttpFields headers) {
        stopWaiting();
        client.response().setStatus(status);
        HopByHop.copy(headers, client.response().getHeaders());
        balancer.persist(client, choice);
    }

    @Override
    public void content(boolean last, ByteBuffer bytes, Callback callback) {
        client.response().write(last, bytes, callback);
    }

    @Override
    public void complete() {
        endUpload();
        // Before the callback: after it Jetty uses request and response for somebody else.
        balancer.ended(client, choice, client.response().getStatus());
        client.callback().succeeded();
    }

    @Override
    public void failed(Throwable cause) {
        if (!recovers()) {
            stopWaiting();
            giveUp(cause);
        }
    }

    /** Under the lock, since a connection may die while {@link #connected} still prepares it. */
    private synchronized boolean recovers() {
        boolean lost = clientIsLost();
        if (!lost) {
            choice.backend().failures().increment();
        }
        boolean again = !lost && mayBeSentAgain();
        endUpload();
        return again && sendAgain();
    }

    /** Whether there is nobody left to answer, or the answer has begun and cannot be mended. */
    private boolean clientIsLost() {
        Upload broken = upload;
        return clientGone || client.response().isCommitted() || (broken != null && broken.clientGone());
    }

    private void endUpload() {
        Upload ended = upload;
        if (ended != null) {
            ended.end();
        }
    }

    private boolean mayBeSentAgain() {
        UpstreamConnection asked = connection;
        Upload begun = upload;
        if (asked == null || begun == null) {
            return true;
        }
        return !asked.answerBegun() && !begun.bodyBegun() && client.isIdempotent();
    }

    /** Begins another attempt; false if there is nobody left to try. */
    private boolean sendAgain() {
        UpstreamConnection asked = connection;
        boolean perhapsTimedOut = asked != null && asked.isReused();
        connection = null;
        upload = null;
        if (perhapsTimedOut) {
            choice.backend().upstream().connectAnew(this);
            return true;
        }
        tried = new HashSet<>(tried);
        tried.add(choice.backend().id());
        Choice next = balancer.route(client.routes(), tried);
        if (next == null) {
            return false;
        }
        choice = next;
        attempt();
        return true;
    }

    private void giveUp(Throwable cause) {
        if (clientIsLost()) {
            boolean committed = client.response().isCommitted();
            balancer.ended(client, choice, committed ? client.response().getStatus() : CLIENT_CLOSED_REQUEST);
            client.callback().failed(cause);
        } else {
            int status = cause instanceof TimeoutException ? 504 : 502;
            balancer.ended(client, choice, status);
            client.answer(status, choice.backend().id() + " did not answer: " + Failure.text(cause));
        }
    }
}
