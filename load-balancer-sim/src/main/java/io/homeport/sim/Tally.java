package io.homeport.sim;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts ended requests by reason and tells who wants to know. Thread-safe. */
final class Tally {
    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);
    private final List<Consumer<Access>> listeners;

    Tally(List<Consumer<Access>> listeners) {
        this.listeners = List.copyOf(listeners);
        Arrays.stream(Reason.values()).forEach(reason -> counts.put(reason, new LongAdder()));
    }

    void count(Reason reason) {
        LongAdder count = counts.get(reason);
        if (count != null) {
            count.increment();
        }
    }

    /** Whether making an {@link Access} is worth it. */
    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    void tell(Access access) {
        listeners.forEach(listener -> listener.accept(access));
    }

    Map<Reason, Long> snapshot() {
        Map<Reason, Long> sums = new EnumMap<>(Reason.class);
        counts.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }
}
