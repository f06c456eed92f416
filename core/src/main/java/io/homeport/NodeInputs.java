package io.homeport;

/**
 * The independent inputs of a node's state. {@link #after} is the one transition table, {@link #state} the one
 * precedence: stopping, starting, on-hold, active. No input ever changes another, so the end of one never ends another.
 */
record NodeInputs(Lifecycle lifecycle, Operator operator) {

    enum Lifecycle {
        STARTING,
        RUNNING,
        STOPPING
    }

    enum Operator {
        OPEN,
        HOLD
    }

    static NodeInputs initial(boolean onHold) {
        return new NodeInputs(Lifecycle.STARTING, onHold ? Operator.HOLD : Operator.OPEN);
    }

    NodeInputs after(NodeEvent event) {
        return switch (event) {
            case APPLICATION_STARTED ->
                lifecycle == Lifecycle.STARTING ? new NodeInputs(Lifecycle.RUNNING, operator) : this;
            case STOP -> new NodeInputs(Lifecycle.STOPPING, operator);
            case HOLD -> new NodeInputs(lifecycle, Operator.HOLD);
            case RELEASE -> new NodeInputs(lifecycle, Operator.OPEN);
        };
    }

    NodeState state() {
        return switch (lifecycle) {
            case STOPPING -> NodeState.STOPPING;
            case STARTING -> NodeState.STARTING;
            case RUNNING -> operator == Operator.HOLD ? NodeState.ON_HOLD : NodeState.ACTIVE;
        };
    }
}
