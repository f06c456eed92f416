package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChecksTest {
    private final TestNode test = TestNode.activeOf();

    /** Rounds are + or -; the state after each is a for active, f for failing. */
    @ParameterizedTest
    @CsvSource({"1, 2, +--+, aafa", "1, 2, -+, fa", "2, 2, --+-++, fffffa", "1, 1, +-+-, afaf", "1, 3, +--+---, aaaaaaf"
    })
    void riseAndFallDecide(int rise, int fall, String rounds, String states) {
        CheckSettings check = check("rise=" + rise, "fall=" + fall);
        Checks checks = new Checks(List.of(check), test.node, test.log::add);
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < rounds.length(); i++) {
            checks.saw(check, rounds.charAt(i) == '+', "because");
            seen.append(test.node.state() == NodeState.FAILING ? 'f' : 'a');
        }

        assertThat(seen.toString()).isEqualTo(states);
    }

    @Test
    void aCheckThatAffectsNothingIsShownAndNoMore() {
        CheckSettings check = check("affects=nothing");
        Checks checks = new Checks(List.of(check), test.node, test.log::add);

        checks.saw(check, false, "refused");

        assertThat(test.node.state()).isEqualTo(NodeState.ACTIVE);
        assertThat(checks.all()).extracting(CheckStatus::condition).containsExactly(CheckStatus.Condition.DOWN);
        assertThat(test.log).endsWith("check a: down (refused)");
    }

    @Test
    void aCheckThatIsNoLongerThereFailsNobody() {
        CheckSettings check = check("fall=1");
        Checks checks = new Checks(List.of(), test.node, test.log::add);
        checks.add(check);
        checks.saw(check, false, "refused");
        assertThat(test.node.state()).isEqualTo(NodeState.FAILING);

        checks.remove(check);
        checks.saw(check, false, "refused");

        assertThat(test.node.state()).isEqualTo(NodeState.ACTIVE);
        assertThat(checks.all()).isEmpty();
    }

    private static CheckSettings check(String... settings) {
        String[] lines = new String[settings.length + 1];
        lines[0] = "health.check.a.deadlock=true";
        for (int i = 0; i < settings.length; i++) {
            lines[i + 1] = "health.check.a." + settings[i];
        }
        return TestNode.valid(lines).health().checks().get(0);
    }
}
