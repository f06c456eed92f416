package io.homeport;

import java.util.List;

/**
 * All that a health answer says of a node, but for its sessions.
 *
 * @param starting whether no web application has started yet, whatever else there is to say
 * @param checks as {@link Checks#all} gives them: the same list until one of them changes
 */
record HealthMoment(NodeState state, boolean starting, List<CheckStatus> checks) {

    /** Whether it is still true; compares no check with another. */
    boolean isNow(Node node) {
        return state == node.state()
                && starting == node.isStarting()
                && checks == node.checks().all();
    }

    static HealthMoment of(Node node) {
        return new HealthMoment(node.state(), node.isStarting(), node.checks().all());
    }

    /** The status of an answer for which the prober has not named one. */
    int status(HealthQuestion question, HealthSettings settings) {
        return switch (question) {
            case READY -> settings.status(state);
            case LIVE -> 200;
            case STARTED -> starting ? 503 : 200;
        };
    }
}
