package io.homeport.runtime;

import org.jspecify.annotations.Nullable;

/** The name that Jetty, every version alike, shows in its session ids. */
public final class JettyWorker {
    /** Jetty's own choice, and that of its distribution, where nobody says anything. */
    private static final String DEFAULT = "node0";

    private JettyWorker() {}

    /** Whether a session id manager of that worker name, null for none, has been told nothing by anybody. */
    public static boolean isUnnamed(@Nullable String name) {
        return System.getenv("JETTY_WORKER_INSTANCE") == null
                && (name == null || name.strip().equals(DEFAULT));
    }

    /** The name under which such a manager starts, or has started. */
    public static String name(@Nullable String name) {
        String instance = System.getenv("JETTY_WORKER_INSTANCE");
        return name != null ? name : instance == null ? DEFAULT : "node" + instance;
    }
}
