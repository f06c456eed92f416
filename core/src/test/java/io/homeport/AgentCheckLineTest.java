package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgentCheckLineTest {

    @ParameterizedTest
    @CsvSource({
        "STARTING, down #starting, 0",
        "ACTIVE, ready up 100%, 100",
        "FULL, drain up 0%, 0",
        "ON_HOLD, drain up 0%, 0",
        "BACKUP, maint #backup, 0",
        "FAILING, ready down #check, 0",
        "STOPPING, drain up 0% #stopping, 0"
    })
    void eachStateHasItsLine(NodeState state, String line, int weight) {
        TestNode test = TestNode.in(state);

        assertThat(AgentCheckLine.of(test.node)).isEqualTo(line);
        assertThat(BalancerHints.of(test.node).weight()).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 0, 100",
        "500, 1, 100",
        "500, 3, 99",
        "500, 250, 50",
        "500, 499, 1",
        "3, 1, 67",
        "3, 2, 33",
        "1, 0, 100"
    })
    void theWeightFallsAsTheNodeFills(int max, int sessions, int weight) {
        TestNode test = TestNode.activeOf("session.max=" + max);
        test.sessions(sessions);

        assertThat(AgentCheckLine.of(test.node)).isEqualTo("ready up " + weight + "%");
    }

    @Test
    void theHintsTellTheWeightAndHowManyRequestsAreWorkedOnAtATime() {
        TestNode test = TestNode.activeOf();
        assertThat(BalancerHints.of(test.node).json()).isEqualTo("{\"weight\":100}");

        test.node.requestPools().add(new Pool(200));
        test.node.requestPools().add(new Pool(-1));
        test.node.requestPools().add(new Pool(8));
        assertThat(BalancerHints.of(test.node).json()).isEqualTo("{\"weight\":100,\"maxconn\":208}");
        assertThat(BalancerHints.of(test.node)).hasToString("weight 100%, maxconn 208");
    }

    private record Pool(int max) implements RequestPool {
        @Override
        public int busy() {
            return 0;
        }
    }

    @Test
    void aFailingNodeNamesTheChecksItFailsBy() {
        TestNode test = TestNode.activeOf(
                "health.check.db.tcp=db:1",
                "health.check.queue.tcp=queue:1",
                "health.check.mail.tcp=mail:1",
                "health.check.mail.affects=nothing");
        test.check("queue", false, "refused");
        test.check("mail", false, "refused");
        assertThat(AgentCheckLine.of(test.node)).isEqualTo("ready down #check queue");

        test.check("db", false, "refused");
        assertThat(AgentCheckLine.of(test.node)).isEqualTo("ready down #check db queue");
    }

    @Test
    void aCheckOfAnyNameKeepsTheLineWhole() {
        TestNode test = TestNode.activeOf();
        CheckSettings known =
                TestNode.valid("health.check.a.tcp=a:1").health().checks().get(0);
        CheckSettings odd =
                new CheckSettings("d\u00e4 b\nup", known.target(), known.interval(), known.timeout(), 1, 1, true);
        test.node.checks().add(odd);
        test.node.checks().saw(odd, false, "refused");

        assertThat(AgentCheckLine.of(test.node)).isEqualTo("ready down #check d__b_up");
    }
}
