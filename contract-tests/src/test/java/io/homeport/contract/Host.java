package io.homeport.contract;

import java.util.Map;

/** A way to run Homeport: in memory, as a filter, as an agent. */
interface Host {

    NodeUnderTest start(Map<String, String> configuration, Setup setup);

    /** Where health is asked: hosts that only see one application answer below it. */
    String health();

    /** Whether clients use https here, so that cookies are for https only. */
    default boolean isSecure() {
        return false;
    }

    /** What cannot be had here, each with its reason in {@link Limit}. */
    default boolean can(Limit feature) {
        return true;
    }
}
