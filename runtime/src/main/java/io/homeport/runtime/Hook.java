package io.homeport.runtime;

/**
 * What woven code tells an adapter. Each is called with two objects; what it answers, and what null means, depends on how
 * it is woven.
 */
public enum Hook {
    /** A container, or one of its applications, begins to start. */
    STARTING,
    /** An application has started. */
    STARTED,
    /** A request has come in; nothing is mapped yet. */
    REQUEST,
    /** A request may go on under another form: the one without our marker in its query. */
    CLEANED_REQUEST,
    /** A request has been mapped to its application. */
    MAPPED,
    /** The headers of a response are about to leave. */
    COMMIT,
    /** A listener gets its root handler. */
    ROOT_HANDLER,
    /** The requests of connections that are upgraded get their handler. */
    UPGRADED_HANDLER
}
