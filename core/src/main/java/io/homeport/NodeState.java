package io.homeport;

/** What a node tells balancers and peers about itself; each state is derived from {@link NodeInputs}, never set. */
public enum NodeState {
    /** No web application has started yet. */
    STARTING("starting", "STARTING", 503),
    /** Takes everything. */
    ACTIVE("active", "ACTIVE", 200),
    /** It has as many sessions as it takes: they are served, new ones go elsewhere. */
    FULL("full", "FULL", 503),
    /** An operator said so: home sessions are served, new ones go elsewhere. */
    ON_HOLD("on-hold", "ON HOLD", 503),
    /** Another instance of the node is its primary. */
    BACKUP("backup", "BACKUP", 503),
    /** Something that the node cannot serve without is down, as a readiness check sees it. */
    FAILING("failing", "FAILING", 503),
    /** SIGTERM seen. */
    STOPPING("stopping", "STOPPING", 503);

    private final String key;
    private final String words;
    private final int status;

    NodeState(String key, String words, int status) {
        this.key = key;
        this.words = words;
        this.status = status;
    }

    /** The name in configuration, headers and queries, such as {@code on-hold}. */
    public String key() {
        return key;
    }

    /** The words of a plain-text health answer, such as {@code ON HOLD}. */
    public String words() {
        return words;
    }

    /** HTTP status of the readiness answer unless configured or asked for otherwise. */
    int defaultStatus() {
        return status;
    }

    /** Whether a request without a home session may be taken in; false also means that peers send none here. */
    boolean takesNewSessions() {
        // A node still starting serves what reaches it: the container answers for what is not deployed yet.
        return this == ACTIVE || this == STARTING;
    }
}
