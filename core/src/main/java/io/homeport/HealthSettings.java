package io.homeport;

import java.util.List;
import java.util.Map;

/** How health is told: the readiness paths, the default format and the status of each state. */
public record HealthSettings(List<String> paths, HealthFormat format, Map<NodeState, Integer> statuses) {

    int status(NodeState state) {
        return statuses.getOrDefault(state, state.defaultStatus());
    }
}
