package io.homeport.runtime;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads for short tasks: one that takes longer than the limit is interrupted, which closes the channel that it
 * waits for. Threads come with the work and go when there is none; work beyond their number is rejected.
 */
final class BoundedThreads implements Executor, AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor clock;
    private final Duration limit;

    BoundedThreads(String name, int most, Duration limit) {
        this.limit = limit;
        this.workers = new ThreadPoolExecutor(
                0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), DaemonThreads.named(name));
        this.clock = new ScheduledThreadPoolExecutor(1, DaemonThreads.named(name + "-limit"));
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        workers.execute(() -> run(task));
    }

    private void run(Runnable task) {
        Turn turn = new Turn(Thread.currentThread());
        Future<?> end = clock.schedule(turn::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            task.run();
        } finally {
            end.cancel(false);
            turn.end();
        }
    }

    /** One task on one thread; the interrupt must not hit the next one. */
    private static final class Turn {
        private final Thread thread;
        // Guarded by this.
        private boolean ended;

        Turn(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (!ended) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            ended = true;
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        clock.shutdownNow();
    }
}
