package io.homeport.runtime;

import java.io.IOException;

/** An engine outside that lets one instance of a node at a time be its primary. Used by one thread. */
interface RoleLock extends AutoCloseable {
    /** What {@link #hold} gives where another instance holds the lock. */
    long NOT_HELD = 0;

    /**
     * Takes the lock, or renews it where this instance holds it.
     *
     * @return the fencing number, greater than that of every holder before; or {@link #NOT_HELD}
     * @throws IOException where the engine cannot be asked
     */
    long hold() throws IOException;

    /** Gives the lock up where this instance holds it. */
    void release() throws IOException;

    /** Lets go of what it works with; the lock itself is given up by {@link #release}. */
    @Override
    void close() throws IOException;
}
