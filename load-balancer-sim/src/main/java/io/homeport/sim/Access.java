package io.homeport.sim;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request that has ended.
 *
 * @param at when it arrived
 * @param client address of the client
 * @param target path and query as sent
 * @param status the status the client got
 * @param backend who answered, or was last asked; null when {@link Reason#REFUSED}
 * @param took from its arrival to the last byte of the answer
 */
public record Access(
        Instant at,
        String client,
        String method,
        String target,
        int status,
        @Nullable String backend,
        Reason reason,
        Duration took) {}
