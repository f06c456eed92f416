package io.homeport.contract;

import java.nio.file.Path;

/** Where a server comes from. */
interface Origin {

    /** Installs it if need be, and says where. */
    Path home();

    String version();

    /** What of it the table names: less than the version where it changes without us. */
    default String shown(String text) {
        return text;
    }

    /** Whether it can be had on this machine. */
    default boolean isThere() {
        return true;
    }
}
