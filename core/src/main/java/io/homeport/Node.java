package io.homeport;

import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** This node, its state and what that is made of. Thread-safe: reads are one volatile read, changes are serialised. */
public final class Node {
    private final String id;
    private final BalancerViews balancers = new BalancerViews();
    private final Sessions sessions;
    private final InFlight inFlight = new InFlight();
    private final Collection<RequestPool> requestPools = new CopyOnWriteArrayList<>();
    private final Checks checks;
    private final ConnectionClosing connectionClosing;
    private final Consumer<String> log;
    // Written under this, by apply() only; volatile for readers on request threads.
    private volatile NodeInputs inputs;
    // Derived from inputs in apply(); a field of its own because every request reads it.
    private volatile NodeState state;
    // Derived likewise: the hot path reads this alone.
    private volatile boolean takesEverything;

    /** Starts in {@code starting}; each change of state gives {@code log} one line. */
    public Node(Configuration configuration, Consumer<String> log) {
        this(
                configuration,
                log,
                new ConnectionClosing(
                        InstantSource.system(),
                        () -> ThreadLocalRandom.current().nextLong()));
    }

    Node(Configuration configuration, Consumer<String> log, ConnectionClosing connectionClosing) {
        this.connectionClosing = connectionClosing;
        this.id = configuration.node().id();
        this.log = log;
        this.inputs = NodeInputs.initial(configuration.node());
        this.state = inputs.state();
        this.takesEverything = inputs.takesEverything();
        this.sessions = new Sessions(configuration.operation().sessionMax(), this);
        this.checks = new Checks(configuration.health().checks(), this, log);
    }

    public String id() {
        return id;
    }

    /** What balancers make of this node. */
    BalancerViews balancers() {
        return balancers;
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

    /** Which responses close their connection; whoever hosts the policy asks at the commit. */
    public ConnectionClosing connectionClosing() {
        return connectionClosing;
    }

    /** What readiness depends on besides. */
    public Checks checks() {
        return checks;
    }

    /** Whether it is a primary that takes new sessions. */
    boolean takesEverything() {
        return takesEverything;
    }

    /** Whether an operator's hold is in force, whatever else there is to say of the node. */
    public boolean isHeld() {
        return inputs.operator() == NodeInputs.Operator.HOLD;
    }

    /** Whether the JVM has been told to stop. */
    public boolean isStopping() {
        return inputs.lifecycle() == NodeInputs.Lifecycle.STOPPING;
    }

    /** One line about this node. */
    void say(String what) {
        log.accept("node " + id + ": " + what);
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
        NodeRole roleBefore = inputs.role();
        inputs = inputs.after(now.get());
        state = inputs.state();
        takesEverything = inputs.takesEverything();
        if (state != before) {
            log.accept("node " + id + ": " + before.key() + " -> " + state.key());
        } else if (inputs.role() != roleBefore) {
            // Failing, starting and stopping are said before the role is.
            log.accept("node " + id + ": " + inputs.role().key() + ", " + state.key());
        }
        return state;
    }
}
