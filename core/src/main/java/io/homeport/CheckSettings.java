package io.homeport;

import java.time.Duration;

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
        boolean affectsReadiness) {}
