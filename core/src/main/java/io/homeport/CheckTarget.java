package io.homeport;

import java.net.URI;

/** What a readiness check looks at. */
public sealed interface CheckTarget {

    /** A port that takes connections. */
    record Tcp(String host, int port) implements CheckTarget {}

    /**
     * A URL that answers as expected.
     *
     * @param minStatus lowest status that is well
     * @param maxStatus highest status that is well
     * @param body text that must be in the answer, empty for any
     */
    record Url(URI url, int minStatus, int maxStatus, String body) implements CheckTarget {}

    /**
     * A database that a connection can be had of.
     *
     * @param name a JNDI name, or {@code pool:} and the name of a connection pool of this JVM
     */
    record Datasource(String name) implements CheckTarget {
        private static final String POOL = "pool:";

        /** Whether it is a connection pool. */
        public boolean isPool() {
            return name.startsWith(POOL);
        }

        /** What the connection pool is called. */
        public String pool() {
            return name.substring(POOL.length());
        }
    }

    /** A place with at least that many free bytes. */
    record Disk(String path, long freeBytes) implements CheckTarget {}

    /** Threads of this JVM that wait for one another for ever. */
    record Deadlock() implements CheckTarget {}

    /** The container's request threads, of which no more than that many per cent may be at work. */
    record RequestPool(int percent) implements CheckTarget {}

    /**
     * What an application checks itself.
     *
     * @param wanted whether it is asked
     */
    record OfApplication(boolean wanted) implements CheckTarget {}
}
