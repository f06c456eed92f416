package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeerStatusTest {

    @ParameterizedTest
    @CsvSource({
        // status, node, state, condition, state kept, why
        "200, node2, active,   UP,      active,   answered 200",
        "503, node2, on-hold,  UP,      on-hold,  answered 503",
        "404, node2, on-hold,  UP,      on-hold,  answered 404",
        "503, node2, stopping, UP,      stopping, answered 503",
        "503, node2, starting, DOWN,    starting, no application has started there yet",
        "200, node2, a b,      UP,      '',       answered 200",
        "200, node2, '',       UP,      '',       answered 200",
        "200, node3, active,   DOWN,    '',       'answers as node3, not as node2'",
        "200, NODE2, active,   DOWN,    '',       'answers as NODE2, not as node2'",
        "200, <b>x,  active,   DOWN,    '',       'answers as something else, not as node2'",
        "200, '',    active,   UNNAMED, '',       answered 200 without a node name",
        "204, '',    '',       UNNAMED, '',       answered 204 without a node name",
        "299, '',    '',       UNNAMED, '',       answered 299 without a node name",
        "300, '',    '',       DOWN,    '',       answered 300 without a node name",
        "302, '',    '',       DOWN,    '',       answered 302 without a node name",
        "404, '',    '',       DOWN,    '',       answered 404 without a node name",
        "503, '',    '',       DOWN,    '',       answered 503 without a node name"
    })
    void anAnswerIsJudged(
            int status, String node, String state, PeerStatus.Condition condition, String kept, String why) {
        assertThat(PeerStatus.of("node2", 1, status, node, state)).isEqualTo(new PeerStatus(condition, kept, 1, why));
    }

    @Test
    void whatAPeerWroteIsCutAndFreeOfControls() {
        assertThat(PeerStatus.silent("a\u001b[2J\nb\u00e4").why()).isEqualTo("a?[2J?b?");
        assertThat(PeerStatus.silent("x".repeat(100_000)).why()).hasSize(160);
    }
}
