package io.homeport;

/** What a prober wants to know (Kubernetes and MicroProfile Health share the three). */
enum HealthQuestion {
    /** Shall new work be sent here? */
    READY("/ready"),
    /** Is the JVM alive at all? Yes in every state. */
    LIVE("/live"),
    /** Has a web application started? */
    STARTED("/started");

    private final String suffix;

    HealthQuestion(String suffix) {
        this.suffix = suffix;
    }

    /** Where it is asked, below the first health path. */
    String suffix() {
        return suffix;
    }

    /** The status of the answer. */
    int status(NodeState state, HealthSettings settings) {
        return switch (this) {
            case READY -> settings.status(state);
            case LIVE -> 200;
            case STARTED -> state == NodeState.STARTING ? 503 : 200;
        };
    }
}
