package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a servlet calls once it is made, and servlets and filters once they are initialised. */
final class ServletStart implements BiFunction<Object, Object, Object> {
    private final AgentNode node;
    private final Hook hook;

    ServletStart(AgentNode node, Hook hook) {
        this.node = node;
        this.hook = hook;
    }

    @Override
    public @Nullable Object apply(Object component, Object same) {
        try {
            node.open();
            if (hook == Hook.STARTED) {
                node.get().applicationStarted();
            }
        } catch (RuntimeException | LinkageError e) {
            StandardError.line("servlets " + hook + ": " + e);
        }
        return null;
    }
}
