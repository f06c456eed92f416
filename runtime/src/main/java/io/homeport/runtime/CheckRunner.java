package io.homeport.runtime;

import io.homeport.CheckSettings;
import io.homeport.Checks;
import io.homeport.Faults;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs checks in the background: a clock, whose work is short, and threads that come with the looks and go when there are
 * none.
 */
final class CheckRunner implements AutoCloseable {
    /** More than there will be checks that look, or hang, at the same time. */
    private static final int MOST_THREADS = 64;

    /** Short, so that hardly a thread outlives its round: what applications leave in it would outlive them too. */
    private static final long IDLE_SECONDS = 1;

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.named("homeport-check"));
    private final ScheduledThreadPoolExecutor clock;
    private final boolean owned;
    private final CheckRounds.Surroundings surroundings;
    private final List<CheckRounds> rounds = new CopyOnWriteArrayList<>();

    /** @param shared a clock that is there already, and stays when this is closed; null for one of its own */
    CheckRunner(Checks checks, Faults faults, @Nullable ScheduledThreadPoolExecutor shared) {
        this.clock = shared == null ? ownClock() : shared;
        this.owned = shared == null;
        this.surroundings =
                new CheckRounds.Surroundings(this::later, workers, new SplittableRandom()::nextLong, checks, faults);
    }

    private static ScheduledThreadPoolExecutor ownClock() {
        ScheduledThreadPoolExecutor clock =
                new ScheduledThreadPoolExecutor(1, DaemonThreads.named("homeport-check-clock"));
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private Runnable later(long millis, Runnable work) {
        Future<?> later = clock.schedule(work, millis, TimeUnit.MILLISECONDS);
        return () -> later.cancel(false);
    }

    /**
     * The first round begins at once. The clock's thread, if it is made here, is made on behalf of nobody: see
     * {@link HomeportNode#open}.
     */
    @SuppressWarnings("removal")
    void start(CheckSettings check, Look look) {
        rounds.removeIf(CheckRounds::hasEnded);
        CheckRounds started = new CheckRounds(check, look, surroundings);
        rounds.add(started);
        AccessController.doPrivileged((PrivilegedAction<Void>) () -> {
            started.start();
            return null;
        });
    }

    /** Whether a check of that name has rounds. */
    boolean runs(String name) {
        for (CheckRounds one : rounds) {
            if (one.isOf(name)) {
                return true;
            }
        }
        return false;
    }

    /** What still hangs is interrupted, and what it may see later is nobody's business. */
    @Override
    public void close() {
        rounds.forEach(CheckRounds::end);
        workers.shutdownNow();
        if (owned) {
            clock.shutdownNow();
        }
    }
}
