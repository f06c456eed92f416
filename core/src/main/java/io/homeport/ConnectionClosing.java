package io.homeport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a response asks its client to connect anew ({@code Connection: close}), so that a node that is about to stop is
 * left by kept connections before it goes. Off until it is told; then ever more likely in a straight line to the end of the
 * window, and certain from there on, so that clients do not all come back to the balancer at once. Thread-safe; costs one
 * volatile read while it is off.
 */
public final class ConnectionClosing {
    private final InstantSource clock;
    private final RandomGenerator random;
    private volatile @Nullable Window window;

    private record Window(Instant from, Duration length) {

        /** From 0 at its begin to 1 at its end, and 1 from there on. */
        double share(Instant now) {
            long millis = length.toMillis();
            return millis == 0 ? 1 : Math.min(1, Duration.between(from, now).toMillis() / (double) millis);
        }
    }

    /** @param random shared by all request threads */
    public ConnectionClosing(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Begins now, so that after that time every response closes its connection. */
    public void during(Duration length) {
        window = new Window(clock.instant(), length);
    }

    /** Lets connections be kept again. */
    public void stop() {
        window = null;
    }

    /** Whether the response that is about to leave closes its connection. */
    public boolean closes() {
        Window open = window;
        return open != null && random.nextDouble() < open.share(clock.instant());
    }
}
