package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerdictTest {
    private static final Session ANN = new Session("ann", "node1", 0, List.of("tea"));
    private static final Verdict.Circumstances CALM = new Verdict.Circumstances(false, false);

    @ParameterizedTest
    @CsvSource({
        "node1, 0, ann, tea, SERVED_AT_HOME",
        "node1, 1, ann, tea, REDIRECTED_HOME",
        "node1, 0, ann, '',  LOST",
        "node1, 0, ann, rum, LOST",
        "node1, 0, ben, tea, LOST",
        "node2, 0, ann, tea, MISROUTED",
        "node2, 1, ben, rum, MISROUTED",
        "'',    0, ann, tea, MISROUTED"
    })
    void cartIsJudgedByItsNodeAndItsItems(String node, int redirects, String user, String item, Verdict expected) {
        List<String> items = item.isEmpty() ? List.of() : List.of(item);
        Answer answer = new Answer(200, node, redirects, new Answer.Cart(user, items));

        assertThat(Verdict.of(ANN, answer, CALM)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "401, node1, false, false, LOST",
        "401, node2, false, false, MISROUTED",
        "401, node2, true,  false, ENDED_BY_KILL",
        "401, node1, true,  false, ENDED_BY_KILL",
        "503, '',    false, false, FAILED",
        "503, '',    true,  false, ENDED_BY_KILL",
        "0,   '',    false, false, FAILED",
        "0,   '',    false, true,  INTERRUPTED",
        "0,   '',    true,  true,  ENDED_BY_KILL",
        "401, node2, false, true,  MISROUTED"
    })
    void answerWithoutCartIsExcusedOnlyByAKill(
            int status, String node, boolean homeKilled, boolean askedKilled, Verdict expected) {
        Answer answer = new Answer(status, node, 0, null);

        assertThat(Verdict.of(ANN, answer, new Verdict.Circumstances(homeKilled, askedKilled)))
                .isEqualTo(expected);
    }

    @Test
    void killedNodeThatAnsweredJustBeforeStillServedAtHome() {
        Answer answer = new Answer(200, "node1", 0, new Answer.Cart("ann", List.of("tea")));

        assertThat(Verdict.of(ANN, answer, new Verdict.Circumstances(true, false)))
                .isEqualTo(Verdict.SERVED_AT_HOME);
    }
}
