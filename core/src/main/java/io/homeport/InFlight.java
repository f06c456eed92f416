package io.homeport;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The requests that have been let in and not yet been answered to the end. A set of fixed size by identity, without locks:
 * entering and leaving allocate nothing, and leaving without having entered does nothing, so that a container may tell an
 * end more than once. What finds no place nearby is not counted. Thread-safe.
 */
public final class InFlight {
    /** A power of two; a container with more requests at a time than this has other worries. */
    private static final int PLACES = 1 << 14;

    /** How many places from its own on a request may lie. */
    private static final int REACH = 16;

    private final AtomicReferenceArray<Object> places = new AtomicReferenceArray<>(PLACES);

    /** Counts the request; before anything is decided for it, so that who sees the state change sees the request too. */
    public void enter(Object request) {
        int home = System.identityHashCode(request);
        for (int i = 0; i < REACH; i++) {
            int place = (home + i) & (PLACES - 1);
            Object there = places.get(place);
            if (there == request || (there == null && places.compareAndSet(place, null, request))) {
                return;
            }
        }
    }

    /** No longer counts the request, however often it has entered. */
    public void leave(Object request) {
        int home = System.identityHashCode(request);
        for (int i = 0; i < REACH; i++) {
            int place = (home + i) & (PLACES - 1);
            if (places.get(place) == request) {
                places.set(place, null);
            }
        }
    }

    /** How many there are now. */
    public int count() {
        int count = 0;
        for (int i = 0; i < PLACES; i++) {
            if (places.get(i) != null) {
                count++;
            }
        }
        return count;
    }
}
