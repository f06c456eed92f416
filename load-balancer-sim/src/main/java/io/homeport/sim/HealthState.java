package io.homeport.sim;

/**
 * The health of a backend and how close it is to a change.
 *
 * @param streak consecutive probes that speak against the health it has
 */
record HealthState(Health health, int streak, String why) {
    static HealthState unprobed() {
        return new HealthState(Health.UNKNOWN, 0, "not probed");
    }
}
