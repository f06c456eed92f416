package io.homeport;

import java.util.function.Consumer;

/** This node and its state. Thread-safe: reads are one volatile read, changes are serialised. */
public final class Node {
    private final String id;
    private final Consumer<String> log;
    // Guarded by this; only apply() writes it.
    private NodeInputs inputs;
    // Derived from inputs in apply(), volatile for the readers on request threads.
    private volatile NodeState state;

    /** Starts in {@code starting}; each change of state gives {@code log} one line. */
    public Node(NodeSettings settings, Consumer<String> log) {
        this.id = settings.id();
        this.log = log;
        this.inputs = NodeInputs.initial(settings.startState() == NodeState.ON_HOLD);
        this.state = inputs.state();
    }

    public String id() {
        return id;
    }

    public NodeState state() {
        return state;
    }

    /** Applies the event and returns the state that follows. An event that changes nothing is not an error. */
    public synchronized NodeState apply(NodeEvent event) {
        NodeState before = state;
        inputs = inputs.after(event);
        state = inputs.state();
        if (state != before) {
            log.accept("node " + id + ": " + before.key() + " -> " + state.key());
        }
        return state;
    }
}
