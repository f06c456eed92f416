package io.homeport.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes when a test says so. */
final class TurnedTimer extends Clock implements Timer {
    private final List<Due> waiting = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private record Due(Instant at, Runnable task) {}

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay), task);
        waiting.add(due);
        return () -> waiting.remove(due);
    }

    @Override
    public void close() {
        waiting.clear();
    }

    void turn(Duration by) {
        Instant end = now.plus(by);
        while (true) {
            Due next = waiting.stream()
                    .filter(due -> !due.at().isAfter(end))
                    .min(Comparator.comparing(Due::at))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            now = next.at();
            waiting.remove(next);
            next.task().run();
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
