package io.homeport.agent;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the sessions of WebSockets call once they are made, whatever container they are of. */
final class WebSocketMade implements BiFunction<Object, Object, Object> {
    private final AgentNode node;

    WebSocketMade(AgentNode node) {
        this.node = node;
    }

    @Override
    public @Nullable Object apply(Object session, Object same) {
        node.get().webSockets().opened(session);
        return null;
    }
}
