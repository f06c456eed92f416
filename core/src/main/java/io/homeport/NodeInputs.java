package io.homeport;

/**
 * The independent inputs of a node's state. {@link #after} is the one transition table, {@link #state} the one
 * precedence: stopping, failing, starting, backup, on-hold, full, active. No input ever changes another, so the end of one
 * never ends another.
 */
record NodeInputs(Lifecycle lifecycle, Operator operator, NodeRole role, Capacity capacity, Readiness readiness) {

    enum Lifecycle {
        STARTING,
        RUNNING,
        STOPPING
    }

    enum Operator {
        OPEN,
        HOLD
    }

    enum Capacity {
        FREE,
        FULL
    }

    enum Readiness {
        PASSING,
        FAILING
    }

    static NodeInputs initial(NodeSettings settings) {
        Operator operator = settings.startState() == NodeState.ON_HOLD ? Operator.HOLD : Operator.OPEN;
        return new NodeInputs(Lifecycle.STARTING, operator, settings.role(), Capacity.FREE, Readiness.PASSING);
    }

    NodeInputs after(NodeEvent event) {
        return switch (event) {
            case APPLICATION_STARTED -> lifecycle == Lifecycle.STARTING ? with(Lifecycle.RUNNING) : this;
            case STOP -> with(Lifecycle.STOPPING);
            case HOLD -> with(Operator.HOLD);
            case RELEASE -> with(Operator.OPEN);
            case PROMOTE -> with(NodeRole.PRIMARY);
            case DEMOTE -> with(NodeRole.BACKUP);
            case SESSIONS_FULL -> with(Capacity.FULL);
            case SESSIONS_FREE -> with(Capacity.FREE);
            case CHECKS_FAILING -> with(Readiness.FAILING);
            case CHECKS_PASSING -> with(Readiness.PASSING);
        };
    }

    private NodeInputs with(Lifecycle changed) {
        return new NodeInputs(changed, operator, role, capacity, readiness);
    }

    private NodeInputs with(Operator changed) {
        return new NodeInputs(lifecycle, changed, role, capacity, readiness);
    }

    private NodeInputs with(NodeRole changed) {
        return new NodeInputs(lifecycle, operator, changed, capacity, readiness);
    }

    private NodeInputs with(Capacity changed) {
        return new NodeInputs(lifecycle, operator, role, changed, readiness);
    }

    private NodeInputs with(Readiness changed) {
        return new NodeInputs(lifecycle, operator, role, capacity, changed);
    }

    boolean takesEverything() {
        return role == NodeRole.PRIMARY && state().takesNewSessions();
    }

    NodeState state() {
        if (lifecycle == Lifecycle.STOPPING) {
            return NodeState.STOPPING;
        }
        if (readiness == Readiness.FAILING) {
            return NodeState.FAILING;
        }
        if (lifecycle == Lifecycle.STARTING) {
            return NodeState.STARTING;
        }
        if (role == NodeRole.BACKUP) {
            return NodeState.BACKUP;
        }
        if (operator == Operator.HOLD) {
            return NodeState.ON_HOLD;
        }
        return capacity == Capacity.FULL ? NodeState.FULL : NodeState.ACTIVE;
    }
}
