package io.homeport.runtime;

import java.time.Duration;

/**
 * The times of a lock, in milliseconds, all parts of its lease. A holder that has gone is forgotten after {@link #life}, and
 * the others look every {@link #poll}: together that is less than the lease. A holder that cannot renew is no primary any more
 * after {@link #trust}, which is before it is forgotten.
 */
record LockTimes(long lease) {
    static LockTimes of(Duration lease) {
        return new LockTimes(lease.toMillis());
    }

    /** From one renewal to the next. */
    long renewal() {
        return lease / 3;
    }

    /** From one attempt to take the lock to the next. */
    long poll() {
        return lease / 6;
    }

    /** How long a holder counts on its last renewal. */
    long trust() {
        return lease / 2;
    }

    /** How long the engine keeps a lock that is not renewed. */
    long life() {
        return lease * 2 / 3;
    }

    /** How long an answer of the engine may take. */
    int patience() {
        return (int) (lease / 6);
    }
}
