package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ConnectionClosingTest {
    private static final int RESPONSES = 10_000;

    private Instant now = Instant.EPOCH;
    private final ConnectionClosing closing = new ConnectionClosing(() -> now, new SplittableRandom(1));

    private double share() {
        int closed = 0;
        for (int i = 0; i < RESPONSES; i++) {
            closed += closing.closes() ? 1 : 0;
        }
        return closed / (double) RESPONSES;
    }

    @Test
    void noConnectionIsClosedBeforeItIsTold() {
        assertThat(share()).isZero();
    }

    @Test
    void connectionsAreClosedEverMoreOftenAndInTheEndAll() {
        closing.during(Duration.ofSeconds(20));
        assertThat(share()).isZero();
        now = now.plusSeconds(5);
        assertThat(share()).isBetween(0.23, 0.27);
        now = now.plusSeconds(10);
        assertThat(share()).isBetween(0.73, 0.77);
        now = now.plusSeconds(5);
        assertThat(share()).isEqualTo(1);
        now = now.plusSeconds(1000);
        assertThat(share()).isEqualTo(1);
    }

    @Test
    void aWindowOfNoLengthClosesAllAtOnceAndStoppingEndsIt() {
        closing.during(Duration.ZERO);
        assertThat(share()).isEqualTo(1);
        closing.stop();
        assertThat(share()).isZero();
    }
}
