package io.homeport;

/** What an instance is to its node: of several instances one is the primary, the others stand by. */
public enum NodeRole {
    PRIMARY("primary"),
    BACKUP("backup");

    private final String key;

    NodeRole(String key) {
        this.key = key;
    }

    /** The name in configuration and reports. */
    public String key() {
        return key;
    }
}
