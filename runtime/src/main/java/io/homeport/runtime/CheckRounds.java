package io.homeport.runtime;

import io.homeport.CheckSettings;
import io.homeport.Checks;
import io.homeport.Faults;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one check, one after the other: whatever becomes of a round, no other begins before it has ended, so that
 * a check that hangs holds one thread and no more. Thread-safe.
 */
final class CheckRounds {
    /** How soon to look again where nothing could be said yet. */
    private static final long SOON_MILLIS = 1000;

    private final CheckSettings check;
    private final Look look;
    private final Surroundings surroundings;
    // All guarded by this.
    private @Nullable Round current;
    private Runnable next = () -> {};
    private boolean ended;

    /**
     * What the rounds of all checks share.
     *
     * @param workers where looks run
     * @param jitter a random number below the one given
     */
    record Surroundings(Alarm alarm, Executor workers, LongUnaryOperator jitter, Checks checks, Faults faults) {}

    /** One round; all guarded by the rounds it belongs to. */
    private static final class Round {
        private @Nullable Thread worker;
        private Runnable limit = () -> {};
        private boolean late;
    }

    CheckRounds(CheckSettings check, Look look, Surroundings surroundings) {
        this.check = check;
        this.look = look;
        this.surroundings = surroundings;
    }

    /** The first round begins at once. */
    synchronized void start() {
        next = surroundings.alarm().in(0, this::begin);
    }

    private synchronized void begin() {
        if (ended) {
            return;
        }
        next = surroundings.alarm().in(pauseMillis(), this::begin);
        if (current == null) {
            start(new Round());
        } else if (current.late) {
            say(false, stillRunning());
        }
    }

    private long pauseMillis() {
        long interval = check.interval().toMillis();
        return interval - surroundings.jitter().applyAsLong(Math.max(1, interval / 10));
    }

    // The caller holds the lock.
    private void start(Round round) {
        current = round;
        round.limit = surroundings.alarm().in(check.timeout().toMillis(), () -> cutOff(round));
        try {
            surroundings.workers().execute(() -> run(round));
        } catch (RejectedExecutionException e) {
            round.limit.run();
            current = null;
            say(false, "no thread free");
        }
    }

    private void run(Round round) {
        if (!enter(round)) {
            return;
        }
        Seen seen;
        try {
            seen = look.look();
        } catch (Throwable e) {
            // An application's own checks may throw anything.
            seen = Seen.down(CheckWords.of(e));
        }
        leave(round, seen);
    }

    private synchronized boolean enter(Round round) {
        round.worker = Thread.currentThread();
        return !ended;
    }

    private synchronized void cutOff(Round round) {
        if (current == round && !ended) {
            round.late = true;
            interrupt(round);
            say(false, stillRunning());
        }
    }

    private String stillRunning() {
        return "no result after " + shown(check.timeout()) + "; still running";
    }

    private static String shown(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /** Under the lock, so that no interrupt hits what the thread does next. */
    private static void interrupt(Round round) {
        if (round.worker != null) {
            round.worker.interrupt();
        }
    }

    private synchronized void leave(Round round, Seen seen) {
        round.limit.run();
        current = null;
        if (ended) {
            return;
        }
        switch (seen.kind()) {
            case GONE -> {
                surroundings.checks().remove(check);
                end();
            }
            case NOT_YET -> {
                next.run();
                next = surroundings
                        .alarm()
                        .in(Math.min(SOON_MILLIS, check.interval().toMillis()), this::begin);
            }
            default -> {
                if (!round.late) {
                    say(seen.isUp(), seen.why());
                }
            }
        }
    }

    private void say(boolean good, String why) {
        try {
            surroundings.checks().saw(check, good, CheckWords.line(why));
        } catch (RuntimeException e) {
            surroundings.faults().report("checks", e);
        }
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Whether there are rounds of the check of that name. */
    synchronized boolean isOf(String name) {
        return !ended && check.name().equals(name);
    }

    /** No round begins any more, and one that runs is interrupted. */
    synchronized void end() {
        ended = true;
        next.run();
        if (current != null) {
            current.limit.run();
            interrupt(current);
        }
    }
}
