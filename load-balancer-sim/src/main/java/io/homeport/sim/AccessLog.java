package io.homeport.sim;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Prints a line per request and per change of health, in a thread of its own so that no request waits for a terminal. */
final class AccessLog implements AutoCloseable {
    private static final int LINES_WAITING = 100_000;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(LINES_WAITING);
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

    /** When nobody reads the output the newest lines are lost, not the requests. */
    void add(Access access) {
        lines.offer(line(access));
    }

    void add(Transition transition) {
        lines.offer(time(transition.at()) + " " + transition.backend() + " " + transition.from() + " -> "
                + transition.to() + ": " + transition.why());
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
                out.println(lines.take());
                for (String next = lines.poll(); next != null; next = lines.poll()) {
                    out.println(next);
                }
                out.flush();
            }
        } catch (InterruptedException e) {
            // Asked to end: the rest is printed by close.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(out::println);
        out.flush();
    }
}
