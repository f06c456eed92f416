package io.homeport.sim;

import java.util.Locale;

/** How a client that has a home is recognised. */
public enum Persistence {
    /** Not at all. */
    NONE,
    /** By the cookie the backend itself sets; the balancer only reads it. */
    AFFINITY_COOKIE,
    /** By a cookie the balancer sets and no backend ever sees. */
    INSERT;

    /** The word used on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String defaultCookie() {
        return this == INSERT ? "SERVERID" : "HOMEPORT";
    }
}
