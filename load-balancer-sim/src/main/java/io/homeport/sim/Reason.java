package io.homeport.sim;

/** Why a request went where it went. */
public enum Reason {
    /** Its cookie named the backend. */
    PERSISTED("persisted"),
    /** It named none, so it was this backend's turn. */
    BALANCED("balanced"),
    /** Its cookie named a backend that cannot take it, or the first choice failed before it answered. */
    REDISPATCHED("re-dispatched"),
    /** No backend can take it: 503. */
    REFUSED("refused");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    /** The word used in output. */
    @Override
    public String toString() {
        return word;
    }
}
