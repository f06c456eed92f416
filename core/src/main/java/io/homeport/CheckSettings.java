package io.homeport;

import java.time.Duration;
import java.util.ArrayList;

/**
 * One readiness check.
 *
 * @param name 1 to 32 letters, digits, underscores or hyphens
 * @param interval from one round to the next
 * @param timeout after which a round counts as failed
 * @param rise good rounds in a row that bring it up
 * @param fall bad rounds in a row that take it down
 * @param affectsReadiness whether the node is failing while it is down; else it is only shown
 */
public record CheckSettings(
        String name,
        CheckTarget target,
        Duration interval,
        Duration timeout,
        int rise,
        int fall,
        boolean affectsReadiness) {

    /** A check that an application brings without any setting for it. */
    public static CheckSettings ofApplication(String name) {
        return new CheckValues("", new ArrayList<>()).settings(name, new CheckTarget.OfApplication(true));
    }

    /** The same under another name. */
    public CheckSettings named(String other) {
        return new CheckSettings(other, target, interval, timeout, rise, fall, affectsReadiness);
    }

    /** Whether the configuration does without this check of an application's. */
    public boolean isOff() {
        return target instanceof CheckTarget.OfApplication own && !own.wanted();
    }
}
