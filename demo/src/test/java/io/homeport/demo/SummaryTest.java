package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SummaryTest {
    private static final Totals TOTALS = new Totals(
            new Totals.Sessions(333, 33, 0, Map.of()),
            new Totals.Requests(5000, Map.of(Verdict.ENDED_BY_KILL, 33L), Map.of()),
            new Totals.OnHold(0, 9));
    private static final Summary.Sighting SEEN =
            new Summary.Sighting(Duration.ofMillis(7300), "node1", "up", "drain", "GET /health 404");

    @Test
    void closesWithCountsTransitionsAndExpectations() {
        Summary summary = new Summary(
                TOTALS,
                List.of(SEEN),
                new Summary.Outcome(
                        List.of(new Expectation("good", true, "1"), new Expectation("bad", false, "2, expected 0")),
                        List.of("ann got 500")));

        assertThat(summary.allMet()).isFalse();
        assertThat(summary.lines(new Ink(false)))
                .contains(
                        "  sessions made                                  333",
                        "  re-created after the kill                       33",
                        "    7.3 s  node1   up -> drain  (GET /health 404)",
                        "  ok    good (1)",
                        "  FAIL  bad (2, expected 0)",
                        "  For example ann got 500")
                .endsWith("Not all expectations were met.");
    }

    @Test
    void saysWhenAllIsWell() {
        Summary summary = new Summary(
                TOTALS, List.of(), new Summary.Outcome(List.of(new Expectation("good", true, "1")), List.of()));

        assertThat(summary.allMet()).isTrue();
        assertThat(summary.lines(new Ink(true))).last().isEqualTo("\033[32mAll expectations were met.\033[0m");
    }
}
