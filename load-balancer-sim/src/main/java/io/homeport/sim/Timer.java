package io.homeport.sim;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs something later; tests turn it by hand. */
interface Timer extends AutoCloseable {
    /** Runs the task after the delay unless the returned handle is run first. */
    Runnable after(Duration delay, Runnable task);

    /** Nothing runs any more. */
    @Override
    void close();

    /** A timer with one daemon thread, made when it is first needed. */
    static Timer real() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "balancer-timer");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        return new Timer() {
            @Override
            public Runnable after(Duration delay, Runnable task) {
                Future<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> future.cancel(false);
            }

            @Override
            public void close() {
                executor.shutdownNow();
            }
        };
    }
}
