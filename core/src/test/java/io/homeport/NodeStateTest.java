package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeStateTest {

    /** Every input, every event; a dot stands for no change. */
    @ParameterizedTest
    @CsvSource({
        "STARTING OPEN, RUNNING OPEN,  STARTING HOLD, .,             STOPPING OPEN",
        "STARTING HOLD, RUNNING HOLD,  .,             STARTING OPEN, STOPPING HOLD",
        "RUNNING OPEN,  .,             RUNNING HOLD,  .,             STOPPING OPEN",
        "RUNNING HOLD,  .,             .,             RUNNING OPEN,  STOPPING HOLD",
        "STOPPING OPEN, .,             STOPPING HOLD, .,             .",
        "STOPPING HOLD, .,             .,             STOPPING OPEN, ."
    })
    void eachEventChangesItsOwnInputOnly(String from, String started, String held, String released, String stopped) {
        assertThat(inputs(from).after(NodeEvent.APPLICATION_STARTED)).isEqualTo(inputs(started, from));
        assertThat(inputs(from).after(NodeEvent.HOLD)).isEqualTo(inputs(held, from));
        assertThat(inputs(from).after(NodeEvent.RELEASE)).isEqualTo(inputs(released, from));
        assertThat(inputs(from).after(NodeEvent.STOP)).isEqualTo(inputs(stopped, from));
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING OPEN, STARTING",
        "STARTING HOLD, STARTING",
        "RUNNING OPEN,  ACTIVE",
        "RUNNING HOLD,  ON_HOLD",
        "STOPPING OPEN, STOPPING",
        "STOPPING HOLD, STOPPING"
    })
    void theStateFollowsThePrecedence(String inputs, NodeState state) {
        assertThat(inputs(inputs).state()).isEqualTo(state);
    }

    /** Each line is the inputs that are not as they are on a good day. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "APPLICATION_STARTED SESSIONS_FULL | FULL",
                "APPLICATION_STARTED SESSIONS_FULL HOLD | ON_HOLD",
                "APPLICATION_STARTED SESSIONS_FULL HOLD DEMOTE | BACKUP",
                "SESSIONS_FULL HOLD DEMOTE | STARTING",
                "CHECKS_FAILING | FAILING",
                "APPLICATION_STARTED SESSIONS_FULL HOLD DEMOTE CHECKS_FAILING | FAILING",
                "APPLICATION_STARTED SESSIONS_FULL HOLD DEMOTE CHECKS_FAILING STOP | STOPPING",
                "APPLICATION_STARTED HOLD CHECKS_FAILING CHECKS_PASSING | ON_HOLD",
                "APPLICATION_STARTED HOLD SESSIONS_FULL SESSIONS_FREE | ON_HOLD",
                "APPLICATION_STARTED CHECKS_FAILING HOLD RELEASE | FAILING",
                "APPLICATION_STARTED DEMOTE HOLD PROMOTE | ON_HOLD",
                "APPLICATION_STARTED CHECKS_FAILING SESSIONS_FULL CHECKS_PASSING | FULL",
                "CHECKS_FAILING APPLICATION_STARTED CHECKS_PASSING | ACTIVE"
            })
    void aRecoveryOfOneInputEndsNoOther(String events, NodeState state) {
        TestNode test = TestNode.of();
        for (String event : events.split(" ", -1)) {
            test.node.apply(NodeEvent.valueOf(event));
        }

        assertThat(test.node.state()).isEqualTo(state);
    }

    @Test
    void everyStateCanBeReached() {
        Set<NodeState> reached = new HashSet<>();
        for (NodeInputs.Lifecycle lifecycle : NodeInputs.Lifecycle.values()) {
            for (NodeInputs.Operator operator : NodeInputs.Operator.values()) {
                NodeInputs inputs = inputs(lifecycle, operator);
                reached.add(inputs.state());
                reached.add(inputs.after(NodeEvent.DEMOTE).state());
                reached.add(inputs.after(NodeEvent.SESSIONS_FULL).state());
                reached.add(inputs.after(NodeEvent.CHECKS_FAILING).state());
            }
        }

        assertThat(reached).containsExactlyInAnyOrder(NodeState.values());
    }

    @Test
    void aHoldOutlivesTheStartAndEachChangeGivesOneLine() {
        TestNode test = TestNode.of("node.start-state=on-hold");

        assertThat(test.node.state()).isEqualTo(NodeState.STARTING);
        test.node.apply(NodeEvent.APPLICATION_STARTED);
        test.node.apply(NodeEvent.APPLICATION_STARTED);
        test.node.apply(NodeEvent.HOLD);
        test.node.apply(NodeEvent.RELEASE);
        test.node.apply(NodeEvent.STOP);
        test.node.apply(NodeEvent.RELEASE);

        assertThat(test.log)
                .containsExactly(
                        "node node1: starting -> on-hold",
                        "node node1: on-hold -> active",
                        "node node1: active -> stopping");
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING, starting, STARTING, 503, true",
        "ACTIVE, active, ACTIVE, 200, true",
        "FULL, full, FULL, 503, false",
        "ON_HOLD, on-hold, ON HOLD, 503, false",
        "BACKUP, backup, BACKUP, 503, false",
        "FAILING, failing, FAILING, 503, false",
        "STOPPING, stopping, STOPPING, 503, false"
    })
    void eachStateHasItsWords(NodeState state, String key, String words, int status, boolean takes) {
        assertThat(state.key()).isEqualTo(key);
        assertThat(state.words()).isEqualTo(words);
        assertThat(state.defaultStatus()).isEqualTo(status);
        assertThat(state.takesNewSessions()).isEqualTo(takes);
    }

    private static NodeInputs inputs(String text, String unchanged) {
        return inputs(text.equals(".") ? unchanged : text);
    }

    private static NodeInputs inputs(String text) {
        String[] parts = text.split(" ", 2);
        return inputs(NodeInputs.Lifecycle.valueOf(parts[0]), NodeInputs.Operator.valueOf(parts[1]));
    }

    private static NodeInputs inputs(NodeInputs.Lifecycle lifecycle, NodeInputs.Operator operator) {
        return new NodeInputs(
                lifecycle, operator, NodeRole.PRIMARY, NodeInputs.Capacity.FREE, NodeInputs.Readiness.PASSING);
    }
}
