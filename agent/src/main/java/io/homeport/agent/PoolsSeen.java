package io.homeport.agent;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What connection pools call when they have been made: the node's readiness checks may look for one by its name. */
final class PoolsSeen implements BiFunction<Object, Object, @Nullable Object> {
    private final AgentNode node;

    PoolsSeen(AgentNode node) {
        this.node = node;
    }

    @Override
    public @Nullable Object apply(Object pool, Object same) {
        node.get().readiness().pool(pool);
        return null;
    }
}
