package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ExpectationTest {
    private static final List<String> HELD = List.of("down", "up", "drain", "up");
    private static final List<String> KILLED = List.of("down", "up", "down", "up");
    private static final Map<Verdict, Long> GOOD =
            Map.of(Verdict.SERVED_AT_HOME, 40L, Verdict.REDIRECTED_HOME, 5L, Verdict.ENDED_BY_KILL, 2L);

    @Test
    void allIsMetWhenTheMainJobWasDone() {
        assertThat(unmet(new Expectation.Evidence(10, totals(GOOD), HELD, KILLED)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void whatWentWrongIsNamed(String claim, Totals totals) {
        assertThat(unmet(new Expectation.Evidence(10, totals, HELD, KILLED))).containsExactly(claim);
    }

    static Stream<Arguments> whatWentWrongIsNamed() {
        Totals good = totals(GOOD);
        return Stream.of(
                Arguments.of("no session was lost but the killed node's own", totals(with(Verdict.LOST, 1))),
                Arguments.of("no request was misrouted", totals(with(Verdict.MISROUTED, 1))),
                Arguments.of("no request failed", totals(with(Verdict.FAILED, 1))),
                Arguments.of(
                        "clients that asked a wrong node were sent home", totals(with(Verdict.REDIRECTED_HOME, 0))),
                Arguments.of("each of them was made anew elsewhere", totals(with(Verdict.ENDED_BY_KILL, 3))),
                Arguments.of(
                        "every client made one session at first",
                        new Totals(new Totals.Sessions(11, 2, 0, Map.of()), good.requests(), good.onHold())),
                Arguments.of(
                        "the node on hold made no session",
                        new Totals(good.sessions(), good.requests(), new Totals.OnHold(1, 7))),
                Arguments.of(
                        "the node on hold served the sessions it had",
                        new Totals(good.sessions(), good.requests(), new Totals.OnHold(0, 0))));
    }

    @Test
    void startUpAloneIsNoRecovery() {
        assertThat(unmet(new Expectation.Evidence(10, totals(GOOD), List.of("down", "up"), List.of("down", "up"))))
                .containsExactly(
                        "the balancer drained the node on hold and took it back",
                        "the balancer took the killed node out and back");
    }

    private static List<String> unmet(Expectation.Evidence evidence) {
        return Expectation.of(evidence).stream()
                .filter(expectation -> !expectation.met())
                .map(Expectation::claim)
                .toList();
    }

    private static Map<Verdict, Long> with(Verdict verdict, long count) {
        Map<Verdict, Long> verdicts = new EnumMap<>(GOOD);
        verdicts.put(verdict, count);
        return verdicts;
    }

    private static Totals totals(Map<Verdict, Long> verdicts) {
        return new Totals(
                new Totals.Sessions(12, 2, 0, Map.of()),
                new Totals.Requests(60, verdicts, Map.of()),
                new Totals.OnHold(0, 7));
    }
}
