package io.homeport.sim;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs something later; tests turn it by hand. */
interface Timer {
    /** Runs the task after the delay unless the returned handle is run first. */
    Runnable after(Duration delay, Runnable task);

    static Timer on(ScheduledExecutorService executor) {
        return (delay, task) -> {
            Future<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        };
    }
}
