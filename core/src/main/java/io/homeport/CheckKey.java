package io.homeport;

import org.jspecify.annotations.Nullable;

/** What follows {@code health.check.NAME.} in a key. The first ones say what is checked; each check has one of them. */
enum CheckKey {
    TCP("tcp", "", "host:port"),
    URL("url", "", "http(s)://host[:port][/path][?query]"),
    DATASOURCE("datasource", "", "a JNDI name such as java:comp/env/jdbc/db, or pool:NAME"),
    DISK("disk", "", "a path, a blank and the bytes to be free, such as /var/data 500MB"),
    DEADLOCK("deadlock", "", "true"),
    REQUEST_POOL("request-pool", "", "1% to 100%"),
    APPLICATION("application", "", "true or false"),
    STATUS("status", "200-299", "a status of 100 to 599, or a range such as 200-399"),
    BODY("body", "", "text that the answer must hold"),
    INTERVAL("interval", "5s", "a duration of 100ms to 1h, such as 5s"),
    TIMEOUT("timeout", "2s", "a duration of 10ms to 5m, such as 2s"),
    RISE("rise", "1", "a number of 1 to 100"),
    FALL("fall", "2", "a number of 1 to 100"),
    AFFECTS("affects", "readiness", "readiness or nothing");

    private final String name;
    private final String fallback;
    private final String expected;

    CheckKey(String name, String fallback, String expected) {
        this.name = name;
        this.fallback = fallback;
        this.expected = expected;
    }

    String key() {
        return name;
    }

    String fallback() {
        return fallback;
    }

    String expected() {
        return expected;
    }

    boolean isTarget() {
        return switch (this) {
            case TCP, URL, DATASOURCE, DISK, DEADLOCK, REQUEST_POOL, APPLICATION -> true;
            default -> false;
        };
    }

    static @Nullable CheckKey ofName(String name) {
        for (CheckKey key : values()) {
            if (key.name.equals(name)) {
                return key;
            }
        }
        return null;
    }
}
