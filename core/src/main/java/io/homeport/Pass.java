package io.homeport;

/** The application runs. */
public enum Pass implements Decision {
    /** The affinity cookie is added if the response turns out to create a session. */
    STICKY,
    /** The session lives here although the request's cookie does not say so: the cookie is added in any case. */
    RESTAMP
}
