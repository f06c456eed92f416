package io.homeport.sim;

/** A backend and what is believed about it now. */
record Member(Backend backend, HealthState state) {

    String id() {
        return backend.id();
    }

    Health health() {
        return state.health();
    }
}
