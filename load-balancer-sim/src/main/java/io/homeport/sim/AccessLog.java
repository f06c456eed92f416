package io.homeport.sim;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints a line per request and per change of health, in a thread of its own so that no request waits for a terminal. */
final class AccessLog implements AutoCloseable {
    private static final int LINES_WAITING = 100_000;
    private static final int BATCH = 1_000;

    private final BlockingQueue<Supplier<String>> lines = new LinkedBlockingQueue<>(LINES_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final PrintWriter out;
    private final Thread writer = new Thread(this::write, "access-log");

    AccessLog(PrintWriter out) {
        this.out = out;
    }

    AccessLog start() {
        writer.setDaemon(true);
        writer.start();
        return this;
    }

    /** When the output cannot keep up lines are left out, and counted there; no request waits. */
    void add(Access access) {
        offer(() -> line(access));
    }

    void add(Transition transition) {
        offer(() -> line(transition));
    }

    private void offer(Supplier<String> line) {
        if (!lines.offer(line)) {
            lost.incrementAndGet();
        }
    }

    private static String line(Transition transition) {
        return time(transition.at()) + " " + transition.backend() + " " + transition.from() + " -> " + transition.to()
                + ": " + transition.why();
    }

    static String line(Access access) {
        return time(access.at()) + " " + access.client() + " " + access.method() + " " + access.target() + " "
                + access.status() + " " + orDash(access.backend()) + " " + access.reason() + " " + millis(access.took())
                + "ms";
    }

    private static String orDash(@Nullable String backend) {
        return backend == null ? "-" : backend;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String millis(Duration took) {
        long micros = took.toNanos() / 1_000;
        return micros / 1_000 + "." + micros % 1_000 / 100;
    }

    private void write() {
        try {
            while (true) {
                print(lines.take());
            }
        } catch (InterruptedException e) {
            // Asked to end: the rest is printed by close.
            Thread.currentThread().interrupt();
        }
    }

    /** Prints this line and those that wait behind it in one go. */
    private void print(Supplier<String> first) {
        StringBuilder batch = new StringBuilder(first.get()).append('\n');
        List<Supplier<String>> more = new ArrayList<>();
        lines.drainTo(more, BATCH);
        more.forEach(line -> batch.append(line.get()).append('\n'));
        long missing = lost.getAndSet(0);
        if (missing > 0) {
            batch.append("(").append(missing).append(" lines left out: the output is too slow)\n");
        }
        out.print(batch);
        out.flush();
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Supplier<String> next = lines.poll(); next != null; next = lines.poll()) {
            print(next);
        }
    }
}
