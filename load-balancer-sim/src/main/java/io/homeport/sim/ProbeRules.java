package io.homeport.sim;

import io.homeport.sim.ProbeOutcome.Kind;
import org.jspecify.annotations.Nullable;

/**
 * From probes to health, as HAProxy does it.
 *
 * <p>The first probe of a backend decides alone. After that {@code fall} failures in a row take it down and {@code rise} passes in a
 * row bring it back. The drain status takes a backend that is not down out of balancing at once, any pass puts it back at once; a
 * backend that is down stays down on it, since it never was there to have clients.
 *
 * @param drainStatus the status that means drain; null if none does
 */
record ProbeRules(int rise, int fall, @Nullable Integer drainStatus) {

    /** What an answer of this status means; redirects pass and are never followed. */
    ProbeOutcome judge(String request, int status) {
        String why = request + " " + status;
        if (drainStatus != null && drainStatus == status) {
            return new ProbeOutcome(Kind.DRAIN, why);
        }
        return new ProbeOutcome(status >= 200 && status < 400 ? Kind.PASSED : Kind.FAILED, why);
    }

    HealthState next(HealthState now, ProbeOutcome outcome) {
        return switch (now.health()) {
            case UNKNOWN -> settled(firstHealth(outcome.kind()), outcome);
            case UP, DRAIN -> nextWhileServing(now, outcome);
            case DOWN -> nextWhileDown(now, outcome);
        };
    }

    private static Health firstHealth(Kind kind) {
        return switch (kind) {
            case PASSED -> Health.UP;
            case DRAIN -> Health.DRAIN;
            case FAILED -> Health.DOWN;
        };
    }

    private HealthState nextWhileServing(HealthState now, ProbeOutcome outcome) {
        return switch (outcome.kind()) {
            case PASSED -> settled(Health.UP, outcome);
            case DRAIN -> settled(Health.DRAIN, outcome);
            case FAILED -> counted(now, new Threshold(fall, Health.DOWN), outcome);
        };
    }

    private HealthState nextWhileDown(HealthState now, ProbeOutcome outcome) {
        return outcome.kind() == Kind.PASSED
                ? counted(now, new Threshold(rise, Health.UP), outcome)
                : settled(Health.DOWN, outcome);
    }

    private record Threshold(int probes, Health then) {}

    private static HealthState counted(HealthState now, Threshold threshold, ProbeOutcome outcome) {
        int streak = now.streak() + 1;
        return streak >= threshold.probes()
                ? settled(threshold.then(), outcome)
                : new HealthState(
                        now.health(), streak, outcome.why() + " (" + streak + " of " + threshold.probes() + ")");
    }

    private static HealthState settled(Health health, ProbeOutcome outcome) {
        return new HealthState(health, 0, outcome.why());
    }
}
