package io.homeport;

/**
 * The home sessions of one application, as its container counts them. Thread-safe; one whose application has gone counts
 * none.
 */
public interface SessionSource {

    /** How many valid sessions there are now. */
    int count();

    /** Whether the session of that id, without any route in it, is valid here; does not count as a use of it. */
    boolean contains(String id);

    /** When the session was last used that has not been used for the longest, in epoch milliseconds; {@code now} for none. */
    long oldestUse(long now);

    /** Whether the application has gone without anybody having told. */
    default boolean isGone() {
        return false;
    }
}
