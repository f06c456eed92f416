package io.homeport.sim;

import java.util.Locale;

/** What a balancer believes about a backend. */
public enum Health {
    /** Nobody has probed it yet, or nobody ever will: used for new clients only while no backend is {@link #UP}. */
    UNKNOWN,
    /** Takes every request. */
    UP,
    /** Takes the clients it already has, no new ones. */
    DRAIN,
    /** Takes nothing. */
    DOWN;

    /** Whether clients whose cookie names this backend may be sent to it. */
    boolean takesItsClients() {
        return this != DOWN;
    }

    /** The lower-case word used in output. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
