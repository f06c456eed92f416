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
    /** An application has stopped. */
    STOPPED,
    /** A session has come or gone, and the container counts it so. */
    SESSION,
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
    /** A request is over, whatever became of it. */
    ENDED,
    /** A listener gets its root handler. */
    ROOT_HANDLER,
    /** A request is about to be given to its listener's root handler; only where that one was there before us. */
    ROOT_CALL,
    /** A servlet or a filter is called. */
    SERVICE,
    /** The requests of connections that are upgraded get their handler. */
    UPGRADED_HANDLER,
    /** A WebSocket has been made. */
    WEBSOCKET,
    /** A connection pool has been made. */
    POOL;

    /** Whether it tells the end of what another hook has told the begin of, and so means nothing by itself. */
    public boolean follows() {
        return this == STOPPED || this == SESSION || this == ENDED;
    }
}
