package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One servlet API as one class loader has it, and from the first request on the adapter for it. */
final class ServletApi implements BiFunction<Object, Object, Object> {
    static final String JAKARTA = "jakarta.servlet.ServletRequest";
    static final String JAVAX = "javax.servlet.ServletRequest";

    private final AdapterSource source;
    private final AgentNode node;
    // Null until the first request; its racing writers write the same adapter's.
    private volatile @Nullable BiFunction<Object, Object, Object> function;

    /** @param requests the API's type of requests; what holds this object must not outlive it */
    ServletApi(Class<?> requests, AgentNode node) {
        Container container =
                requests.getName().equals(JAKARTA) ? Container.SERVLETS_JAKARTA : Container.SERVLETS_JAVAX;
        this.source = new AdapterSource(Objects.requireNonNull(requests.getClassLoader()), container, node);
        this.node = node;
    }

    @Override
    public @Nullable Object apply(Object target, Object arguments) {
        BiFunction<Object, Object, Object> known = function;
        if (known == null) {
            known = first(((Object[]) arguments)[0]);
            function = known;
        }
        return known.apply(target, arguments);
    }

    private BiFunction<Object, Object, Object> first(Object request) {
        try {
            BiFunction<Object, Object, Object> made = source.adapter(request).function(Hook.SERVICE);
            node.open();
            return made;
        } catch (RuntimeException | LinkageError e) {
            StandardError.line(source.container() + ": " + e + "; not active there");
            return (target, arguments) -> null;
        }
    }
}
