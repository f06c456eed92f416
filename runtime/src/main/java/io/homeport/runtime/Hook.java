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
    /** An application asks whether the body of its request is there, without reading it. */
    BODY_AWAITED,
    /** The headers of a response are about to leave. */
    COMMIT,
    /** A listener gets its root handler. */
    ROOT_HANDLER,
    /** A request is about to be given to its listener's root handler; only where that one was there before us. */
    ROOT_CALL,
    /** A servlet or a filter is called. */
    SERVICE,
    /** The requests of connections that are upgraded get their handler. */
    UPGRADED_HANDLER,
    /** A connection pool has been made. */
    POOL
}
