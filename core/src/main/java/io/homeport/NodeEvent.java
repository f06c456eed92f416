package io.homeport;

/** What can happen to a node. */
public enum NodeEvent {
    /** A web application of this JVM has started. */
    APPLICATION_STARTED,
    /** An operator takes the node out for new sessions. */
    HOLD,
    /** An operator takes that back. */
    RELEASE,
    /** The JVM has been told to stop. */
    STOP
}
