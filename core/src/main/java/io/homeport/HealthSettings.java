package io.homeport;

import java.util.List;
import java.util.Map;

/**
 * How health is told: the readiness paths, the default format, the status of each state, and what readiness depends on.
 *
 * @param agentCheckPort TCP port of HAProxy's agent-check, 0 for any free one, {@link ManagementSettings#OFF} for none
 */
public record HealthSettings(
        List<String> paths,
        HealthFormat format,
        Map<NodeState, Integer> statuses,
        List<CheckSettings> checks,
        int agentCheckPort) {

    int status(NodeState state) {
        return statuses.getOrDefault(state, state.defaultStatus());
    }
}
