package io.homeport.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The lines that a node has written so far, to be waited for. Thread-safe. */
final class LogLines {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // Guarded by this.
    private final List<String> lines = new ArrayList<>();
    // Guarded by this.
    private boolean ended;

    synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The first line that contains the text, waited for. */
    synchronized String await(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (find(text).isEmpty() && !ended && System.nanoTime() < deadline) {
                // Rounded up, for 0 would wait for ever.
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return find(text)
                .orElseThrow(
                        () -> new AssertionError("no line with \"" + text + "\" in:\n" + String.join("\n", lines)));
    }

    // The caller holds the lock.
    private Optional<String> find(String text) {
        return lines.stream().filter(line -> line.contains(text)).findFirst();
    }

    /** All that there is once nothing more can come, waited for. */
    synchronized String ended() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!ended && System.nanoTime() < deadline) {
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return toString();
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
