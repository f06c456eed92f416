package io.homeport.contract;

/** What a host may be unable to do. */
enum Limit {
    /**
     * To answer before the client is told to go on: Tomcat says {@code 100 Continue} ahead of every filter unless its
     * connector is set to {@code continueResponseTiming="onRead"}.
     */
    ANSWER_BEFORE_100,
    /**
     * To take the stamp back from a response that has created a session and then turns out to be a 304: a filter stamps
     * when the session appears, and Undertow keeps a cookie that it has been given.
     */
    TAKE_BACK_A_STAMP,
    /** To answer where no application is mapped. */
    SEE_OUTSIDE_THE_APPLICATION,
    /** To keep quiet where no application of the user's is mapped: Payara has one of its own there. */
    KEEP_WITHIN_THE_APPLICATION,
    /** To say how long the cookie lives: Liberty writes {@code Expires} in place of {@code Max-Age}. */
    KEEP_MAX_AGE,
    /** To have the last word on what caches may do: Liberty adds {@code no-cache="set-cookie, set-cookie2"} to every cookie. */
    KEEP_CACHE_CONTROL,
    /** To tell the length of a body that HEAD leaves out: Tomcat 11.0.0 tells nobody's, its applications' included. */
    TELL_LENGTH_TO_HEAD,
    /** To take our marker out of the one request that upgrades to h2c: Undertow 2.2 makes another of it, from its head. */
    CLEAN_A_REQUEST_THAT_UPGRADES
}
