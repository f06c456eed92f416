package io.homeport;

/** What a prober wants to know (Kubernetes and MicroProfile Health share the three). */
enum HealthQuestion {
    /** Shall new work be sent here? */
    READY("/ready"),
    /** Is the JVM alive at all? Yes in every state, whatever it depends on. */
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
}
