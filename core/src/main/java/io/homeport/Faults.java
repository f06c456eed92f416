package io.homeport;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Homeport's own errors: counted by kind, and logged at most once per kind and minute. Thread-safe. */
public final class Faults {
    private static final long MINUTE_MILLIS = 60_000;

    private static final class Kind {
        private final AtomicLong count = new AtomicLong();
        // Epoch milliseconds from which the next line may be written.
        private final AtomicLong quietUntil = new AtomicLong(Long.MIN_VALUE);
    }

    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Consumer<String> log;

    public Faults(InstantSource clock, Consumer<String> log) {
        this.clock = clock;
        this.log = log;
    }

    /** Notes an error; never throws. */
    public void report(String kind, Throwable error) {
        Kind seen = kinds.computeIfAbsent(kind, name -> new Kind());
        long count = seen.count.incrementAndGet();
        long now = clock.millis();
        long quietUntil = seen.quietUntil.get();
        if (now >= quietUntil && seen.quietUntil.compareAndSet(quietUntil, now + MINUTE_MILLIS)) {
            StackTraceElement[] trace = error.getStackTrace();
            String where = trace.length == 0 ? "" : " at " + trace[0];
            log.accept("error in " + kind + " (" + count + " so far; requests go on to the application): " + error
                    + where);
        }
    }

    /** Errors so far of that kind. */
    long count(String kind) {
        Kind seen = kinds.get(kind);
        return seen == null ? 0 : seen.count.get();
    }

    /** Errors so far by kind. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new java.util.TreeMap<>();
        kinds.forEach((name, kind) -> counts.put(name, kind.count.get()));
        return counts;
    }
}
