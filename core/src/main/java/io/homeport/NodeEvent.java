package io.homeport;

/** What can happen to a node. */
public enum NodeEvent {
    /** A web application of this JVM has started. */
    APPLICATION_STARTED,
    /** An operator takes the node out for new sessions. */
    HOLD,
    /** An operator takes that back. */
    RELEASE,
    /** The instance becomes its node's primary. */
    PROMOTE,
    /** The instance becomes a backup of its node. */
    DEMOTE,
    /** There are as many sessions as the node takes. */
    SESSIONS_FULL,
    /** There is room for a session again. */
    SESSIONS_FREE,
    /** A readiness check that counts has gone down. */
    CHECKS_FAILING,
    /** Every readiness check that counts is up again. */
    CHECKS_PASSING,
    /** The JVM has been told to stop. */
    STOP
}
