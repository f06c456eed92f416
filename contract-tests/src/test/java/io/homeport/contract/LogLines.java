package io.homeport.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The lines that a node has written so far, to be waited for. Thread-safe. */
final class LogLines {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        while (true) {
            for (String line : lines) {
                if (line.contains(text)) {
                    return line;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError("no line with \"" + text + "\" in:\n" + this);
            }
            pause(left);
        }
    }

    // The caller holds the lock.
    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
