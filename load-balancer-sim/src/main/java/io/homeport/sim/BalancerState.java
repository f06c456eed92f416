package io.homeport.sim;

import java.util.List;
import java.util.Map;

/**
 * What a balancer knows at one moment.
 *
 * @param backends in the order they were added
 * @param decisions ended requests by reason; every reason is there
 * @param transitions changes of health, oldest first, the last thousand
 */
public record BalancerState(List<BackendState> backends, Map<Reason, Long> decisions, List<Transition> transitions) {

    /**
     * The state of one backend.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public BackendState backend(String id) {
        return backends.stream()
                .filter(backend -> backend.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("backend: " + id + " (expected: a known id)"));
    }

    /** How many requests ended for this reason. */
    public long decisions(Reason reason) {
        return decisions.getOrDefault(reason, 0L);
    }
}
