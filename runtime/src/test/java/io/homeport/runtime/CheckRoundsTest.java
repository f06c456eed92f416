package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CheckRoundsTest {
    private final HandTurnedAlarm alarm = new HandTurnedAlarm();
    private final CheckedNode test = CheckedNode.of("deadlock=true", "interval=10s", "timeout=2s", "fall=1");
    /** The looks that wait for a thread; a test runs them when it pleases. */
    private final Deque<Runnable> work = new ArrayDeque<>();

    private Seen next = Seen.up("well");
    private int looks;

    private CheckRounds rounds(Executor workers) {
        CheckRounds.Surroundings surroundings =
                new CheckRounds.Surroundings(alarm, workers, bound -> 0, test.node.checks(), test.faults);
        CheckRounds rounds = new CheckRounds(test.check, this::look, surroundings);
        rounds.start();
        return rounds;
    }

    private Seen look() {
        looks++;
        return next;
    }

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theFirstRoundIsAtOnceAndTheOthersFollowByTheInterval() {
        rounds(Runnable::run);

        alarm.turn(0);
        assertThat(test.seen()).isEqualTo("UP well");
        alarm.turn(9_999);
        assertThat(looks).isEqualTo(1);
        alarm.turn(1);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void jitterShortensTheIntervalByUpToATenth() {
        CheckRounds.Surroundings surroundings =
                new CheckRounds.Surroundings(alarm, Runnable::run, bound -> bound - 1, test.node.checks(), test.faults);
        new CheckRounds(test.check, this::look, surroundings).start();

        alarm.turn(9_000);
        assertThat(looks).isEqualTo(1);
        alarm.turn(1);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aRoundThatHangsIsReportedEachIntervalAndNoOtherBeginsBeforeItHasEnded() {
        rounds(work::add);

        alarm.turn(2_000);
        assertThat(test.seen()).isEqualTo("DOWN no result after 2s; still running");
        test.node.checks().saw(test.check, true, "made up");
        alarm.turn(8_000);
        assertThat(test.seen()).isEqualTo("DOWN no result after 2s; still running");
        alarm.turn(60_000);
        assertThat(work).hasSize(1);

        work.remove().run();
        assertThat(test.seen()).isEqualTo("DOWN no result after 2s; still running");
        alarm.turn(10_000);
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(test.seen()).isEqualTo("UP well");
    }

    @Test
    void aRoundThatIsOnlySlowIsNotDisturbedByTheInterval() {
        CheckedNode slow = CheckedNode.of("deadlock=true", "interval=1s", "timeout=5s");
        CheckRounds.Surroundings surroundings =
                new CheckRounds.Surroundings(alarm, work::add, bound -> 0, slow.node.checks(), slow.faults);
        new CheckRounds(slow.check, this::look, surroundings).start();

        alarm.turn(4_000);

        assertThat(work).hasSize(1);
        assertThat(slow.seen()).isEqualTo("UNKNOWN not checked yet");
    }

    @Test
    void theThreadOfARoundThatTakesTooLongIsInterrupted() {
        boolean[] interrupted = new boolean[2];
        CheckRounds.Surroundings surroundings =
                new CheckRounds.Surroundings(alarm, work::add, bound -> 0, test.node.checks(), test.faults);
        Look hangs = () -> {
            alarm.turn(1_999);
            interrupted[0] = Thread.interrupted();
            alarm.turn(1);
            interrupted[1] = Thread.interrupted();
            return Seen.up("late");
        };
        new CheckRounds(test.check, hangs, surroundings).start();

        alarm.turn(0);
        work.remove().run();

        assertThat(interrupted).containsExactly(false, true);
        assertThat(test.seen()).isEqualTo("DOWN no result after 2s; still running");
    }

    @Test
    void whateverALookThrowsIsBad() {
        CheckRounds.Surroundings surroundings =
                new CheckRounds.Surroundings(alarm, Runnable::run, bound -> 0, test.node.checks(), test.faults);
        Look broken = () -> {
            throw new StackOverflowError("deep\nand\u00e9");
        };
        new CheckRounds(test.check, broken, surroundings).start();

        alarm.turn(0);

        assertThat(test.seen()).isEqualTo("DOWN StackOverflowError: deep and?");
    }

    @Test
    void whereNothingCanBeSaidYetNothingIsSaidAndTheNextLookIsSoon() {
        next = Seen.NOT_YET;
        rounds(Runnable::run);

        alarm.turn(3_000);

        assertThat(looks).isEqualTo(4);
        assertThat(test.seen()).isEqualTo("UNKNOWN not checked yet");
    }

    @Test
    void aCheckWhoseObjectIsGoneIsThereNoLonger() {
        next = Seen.GONE;
        CheckRounds rounds = rounds(Runnable::run);

        alarm.turn(0);

        assertThat(test.node.checks().all()).isEmpty();
        assertThat(rounds.hasEnded()).isTrue();
        assertThat(alarm.isEmpty()).isTrue();
    }

    @Test
    void withoutAFreeThreadTheRoundIsBadAndTheNextOneIsTried() {
        Deque<Executor> workers = new ArrayDeque<>();
        workers.add(task -> {
            throw new RejectedExecutionException();
        });
        workers.add(Runnable::run);
        rounds(task -> workers.remove().execute(task));

        alarm.turn(0);
        assertThat(test.seen()).isEqualTo("DOWN no thread free");
        alarm.turn(10_000);
        assertThat(test.seen()).isEqualTo("UP well");
    }

    @Test
    void afterTheEndNothingIsDoneOrSaid() {
        CheckRounds rounds = rounds(work::add);
        alarm.turn(0);

        rounds.end();
        work.remove().run();

        assertThat(looks).isZero();
        assertThat(test.seen()).isEqualTo("UNKNOWN not checked yet");
        assertThat(alarm.isEmpty()).isTrue();
    }
}
