package io.homeport;

/** What a node tells balancers about itself. */
public enum NodeState {
    STARTING,
    ACTIVE,
    ON_HOLD,
    STOPPING
}
