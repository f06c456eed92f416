package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InFlightTest {
    private final InFlight inFlight = new InFlight();

    @Test
    void whatEntersCountsUntilItLeaves() {
        Object one = new Object();
        Object two = new Object();
        inFlight.enter(one);
        inFlight.enter(one);
        inFlight.enter(two);

        assertThat(inFlight.count()).isEqualTo(2);
        inFlight.leave(one);
        inFlight.leave(one);
        inFlight.leave(new Object());
        assertThat(inFlight.count()).isEqualTo(1);
    }

    @Test
    void aCrowdIsCountedAndLeavesNothingBehind() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(new Thread(this::comeAndGo));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(inFlight.count()).isZero();
    }

    private void comeAndGo() {
        for (int round = 0; round < 20; round++) {
            List<Object> requests = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Object request = new Object();
                requests.add(request);
                inFlight.enter(request);
            }
            requests.forEach(inFlight::leave);
        }
    }

    @Test
    void moreThanThereIsPlaceForAreLetGoWithoutHarm() {
        List<Object> requests = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            Object request = new Object();
            requests.add(request);
            inFlight.enter(request);
        }

        assertThat(inFlight.count()).isBetween(10_000, 1 << 14);
        requests.forEach(inFlight::leave);
        assertThat(inFlight.count()).isZero();
    }
}
