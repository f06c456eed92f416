package io.homeport;

import java.util.Collection;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** This node, its state and what that is made of. Thread-safe: reads are one volatile read, changes are serialised. */
public final class Node {
    private final String id;
    private final Sessions sessions;
    private final InFlight inFlight = new InFlight();
    private final Collection<RequestPool> requestPools = new CopyOnWriteArrayList<>();
    private final Checks checks;
    private final Consumer<String> log;
    // Written under this, by apply() only; volatile for readers on request threads.
    private volatile NodeInputs inputs;
    // Derived from inputs in apply(); a field of its own because every request reads it.
    private volatile NodeState state;

    /** Starts in {@code starting}; each change of state gives {@code log} one line. */
    public Node(Configuration configuration, Consumer<String> log) {
        this.id = configuration.node().id();
        this.log = log;
        this.inputs = NodeInputs.initial(configuration.node());
        this.state = inputs.state();
        this.sessions = new Sessions(configuration.operation().sessionMax(), this);
        this.checks = new Checks(configuration.health().checks(), this, log);
    }

    public String id() {
        return id;
    }

    public NodeState state() {
        return state;
    }

    public NodeRole role() {
        return inputs.role();
    }

    /** The home sessions; whoever hosts the policy adds the sources, and says when a session came or went. */
    public Sessions sessions() {
        return sessions;
    }

    /** The requests in flight; whoever hosts the policy enters and leaves. */
    public InFlight inFlight() {
        return inFlight;
    }

    /** The containers' request threads; adapters add those that they see, and remove those that end. */
    public Collection<RequestPool> requestPools() {
        return requestPools;
    }

    /** What readiness depends on besides. */
    public Checks checks() {
        return checks;
    }

    /** Whether no web application has started yet, whatever else there is to say of the node. */
    public boolean isStarting() {
        return inputs.lifecycle() == NodeInputs.Lifecycle.STARTING;
    }

    /** Applies the event and returns the state that follows. An event that changes nothing is not an error. */
    public NodeState apply(NodeEvent event) {
        return applyLatest(() -> event);
    }

    /**
     * Applies the event that is true now: of two threads that saw something change the later one also sees what the earlier
     * one saw, whichever way they come here.
     */
    synchronized NodeState applyLatest(Supplier<NodeEvent> now) {
        NodeState before = state;
        inputs = inputs.after(now.get());
        state = inputs.state();
        if (state != before) {
            log.accept("node " + id + ": " + before.key() + " -> " + state.key());
        }
        return state;
    }
}
