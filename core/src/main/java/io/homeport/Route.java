package io.homeport;

/** Which node a request's affinity cookies name. */
sealed interface Route permits Route.Fixed, Peer {

    /** The routes that are no peer. */
    enum Fixed implements Route {
        /** This node. */
        OWN,
        /** A well-formed route on no list. */
        UNKNOWN,
        /** No cookie of the name, or none that could be a route. */
        NONE
    }
}
