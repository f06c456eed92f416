package io.homeport;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The target of {@code OPTIONS *}: the server itself and none of its paths (RFC 9110 9.3.7). */
    static final String EVERYTHING = "*";

    /** The readiness path that can be asked for by GET, which peers ask and the other questions lie below. */
    String firstPath() {
        for (String path : paths) {
            if (!path.equals(EVERYTHING)) {
                return path;
            }
        }
        throw new IllegalStateException("no path");
    }

    int status(NodeState state) {
        @Nullable Integer configured = statuses.get(state);
        return configured == null ? state.defaultStatus() : configured;
    }
}
