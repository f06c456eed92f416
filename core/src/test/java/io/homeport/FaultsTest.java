package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FaultsTest {
    private final AtomicLong seconds = new AtomicLong(1_000);
    private final List<String> log = new ArrayList<>();
    private final Faults faults = new Faults(() -> Instant.ofEpochSecond(seconds.get()), log::add);

    @Test
    void eachKindIsLoggedOnceAMinuteAndCountedEveryTime() {
        report("decide", 3);
        report("commit", 1);
        seconds.addAndGet(59);
        report("decide", 2);
        assertThat(log).hasSize(2);

        seconds.addAndGet(1);
        report("decide", 1);

        assertThat(log).hasSize(3);
        assertThat(log.get(0))
                .startsWith("error in decide (1 so far;")
                .contains("IllegalStateException: why at io.homeport.FaultsTest.report");
        assertThat(log.get(2)).startsWith("error in decide (6 so far;");
        assertThat(faults.counts()).isEqualTo(Map.of("decide", 6L, "commit", 1L));
    }

    @Test
    void anErrorWithoutATraceIsLoggedToo() {
        IllegalStateException bare = new IllegalStateException("bare");
        bare.setStackTrace(new StackTraceElement[0]);

        faults.report("x", bare);

        assertThat(log).singleElement().asString().endsWith("IllegalStateException: bare");
    }

    private void report(String kind, int times) {
        for (int i = 0; i < times; i++) {
            faults.report(kind, new IllegalStateException("why"));
        }
    }
}
