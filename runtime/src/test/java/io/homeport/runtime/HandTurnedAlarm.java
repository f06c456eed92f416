package io.homeport.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alarm whose clock the test turns. */
final class HandTurnedAlarm implements Alarm {
    private final List<Entry> entries = new ArrayList<>();
    private long now;

    private record Entry(long at, Runnable work) {}

    @Override
    public Runnable in(long millis, Runnable work) {
        Entry entry = new Entry(now + millis, work);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Does what is due until then, in its order. */
    void turn(long millis) {
        long end = now + millis;
        Entry next = next(end);
        while (next != null) {
            entries.remove(next);
            now = next.at();
            next.work().run();
            next = next(end);
        }
        now = end;
    }

    private @Nullable Entry next(long end) {
        return entries.stream()
                .filter(entry -> entry.at() <= end)
                .min(Comparator.comparingLong(Entry::at))
                .orElse(null);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }
}
