package io.homeport.runtime;

import io.homeport.Faults;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.NodeReport;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the node be primary exactly while this instance holds a lock. The lock is asked on a thread of its own, for that may
 * take its time; the end of what a renewal is worth is kept by another, so that an engine that hangs cannot keep a primary.
 */
final class RoleKeeper implements AutoCloseable {

    /**
     * What a keeper works with.
     *
     * @param thread asks the lock; the keeper's to shut down
     * @param clock ends what a renewal is worth; the keeper's to shut down
     */
    record Surroundings(
            ScheduledExecutorService thread,
            ScheduledExecutorService clock,
            LongSupplier nanos,
            Consumer<String> log,
            Faults faults) {}

    /** How long an operator waits for the engine; without it the demotion comes when the last renewal is worth no more. */
    private static final long PATIENCE_MILLIS = 3000;

    private static final NodeReport.Lock NOT_ASKED = new NodeReport.Lock(false, 0, "not asked yet");

    private final RoleLock lock;
    private final LockTimes times;
    private final Node node;
    private final Surroundings with;
    // What the last round saw; written under this.
    private volatile NodeReport.Lock seen = NOT_ASKED;
    // Guarded by this; null while the lock is not held.
    private @Nullable Future<?> end;
    // Guarded by this.
    private long renewals;
    // Of the lock's thread: nanoseconds until which this instance leaves the lock to others.
    private long standsBackUntil;
    private boolean standsBack;

    RoleKeeper(RoleLock lock, LockTimes times, Node node, Surroundings surroundings) {
        this.lock = lock;
        this.times = times;
        this.node = node;
        this.with = surroundings;
    }

    void start() {
        with.thread().execute(this::round);
    }

    NodeReport.Lock seen() {
        return seen;
    }

    /** Gives the lock up, and leaves it to the others for two leases. */
    void standBack() {
        await(
                () -> {
                    standsBack = true;
                    standsBackUntil = with.nanos().getAsLong() + TimeUnit.MILLISECONDS.toNanos(2 * times.lease());
                    giveUp("given up by an operator");
                },
                PATIENCE_MILLIS);
    }

    /** Gives the lock up where the node is on its way down; waits for that no longer than asked to. */
    void leave(long millis) {
        await(() -> giveUp("given up, stopping"), millis);
    }

    private void await(Runnable work, long millis) {
        try {
            with.thread().submit(work).get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException
                | RejectedExecutionException e) {
            with.faults().report("role.lock", e);
        }
    }

    // The scheduler's end is the task's.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void round() {
        try {
            if (wantsLock()) {
                ask();
            } else if (seen.held()) {
                giveUp("given up, stopping");
            }
        } catch (RuntimeException | LinkageError e) {
            with.faults().report("role.lock", e);
        }
        if (!with.thread().isShutdown()) {
            with.thread().schedule(this::round, seen.held() ? times.renewal() : times.poll(), TimeUnit.MILLISECONDS);
        }
    }

    /** An instance whose application has not started could not serve, and one that stops will not. */
    private boolean wantsLock() {
        if (standsBack && with.nanos().getAsLong() - standsBackUntil >= 0) {
            standsBack = false;
        }
        return !standsBack && !node.isStarting() && !node.isStopping();
    }

    private void ask() {
        long start = with.nanos().getAsLong();
        try {
            long fence = lock.hold();
            if (fence == RoleLock.NOT_HELD) {
                end("held by another instance");
            } else {
                held(fence, start);
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    /** A renewal counts from when it was asked for: how long the answer took nobody knows. */
    private synchronized void held(long fence, long start) {
        long left = TimeUnit.MILLISECONDS.toNanos(times.trust()) - (with.nanos().getAsLong() - start);
        if (left <= 0) {
            end("renewed too late");
            return;
        }
        if (end != null) {
            end.cancel(false);
        }
        long renewal = ++renewals;
        end = with.clock().schedule(() -> expire(renewal), left, TimeUnit.NANOSECONDS);
        boolean news = !seen.held() || seen.fence() != fence;
        seen = new NodeReport.Lock(true, fence, "held");
        if (news) {
            with.log().accept("role.lock: held, fence " + fence);
            node.apply(NodeEvent.PROMOTE);
        }
    }

    private synchronized void expire(long renewal) {
        if (renewal == renewals && seen.held()) {
            end("cannot be renewed");
        }
    }

    /** This instance does not hold the lock, or cannot be sure of it any more. */
    private synchronized void end(String why) {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
        if (!seen.words().equals(why)) {
            with.log().accept("role.lock: " + why);
        }
        seen = new NodeReport.Lock(false, 0, why);
        node.apply(NodeEvent.DEMOTE);
    }

    /** The engine did not answer: a holder goes on for as long as its last renewal is worth. */
    private synchronized void failed(IOException e) {
        String why = "cannot be asked (" + e.getMessage() + ")";
        if (seen.held()) {
            with.faults().report("role.lock", e);
        } else {
            if (!seen.words().startsWith("cannot")) {
                with.log().accept("role.lock: " + why);
            }
            seen = new NodeReport.Lock(false, 0, why);
        }
    }

    private void giveUp(String why) {
        if (!seen.held()) {
            return;
        }
        // First no primary here, then one there.
        end(why);
        try {
            lock.release();
        } catch (IOException e) {
            with.faults().report("role.lock", e);
        }
    }

    @Override
    public void close() {
        leave(times.patience());
        with.thread().shutdownNow();
        with.clock().shutdownNow();
        try {
            lock.close();
        } catch (IOException e) {
            with.faults().report("role.lock", e);
        }
    }
}
