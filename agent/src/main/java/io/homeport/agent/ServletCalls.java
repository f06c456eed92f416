package io.homeport.agent;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Leads the call of a servlet or filter to the adapter for its servlet API. Which one that is hangs on the classes of the
 * requests themselves, so that nothing here keeps a class loader alive.
 */
final class ServletCalls implements BiFunction<Object, Object, Object> {
    private final AgentNode node;
    private final ClassValue<BiFunction<Object, Object, Object>> functions = new ClassValue<>() {
        @Override
        protected BiFunction<Object, Object, Object> computeValue(Class<?> type) {
            @Nullable Class<?> api = api(type);
            if (api == null) {
                return ServletCalls::pass;
            }
            return api == type ? new ServletApi(api, node) : get(api);
        }
    };

    ServletCalls(AgentNode node) {
        this.node = node;
    }

    @Override
    public @Nullable Object apply(Object target, Object arguments) {
        Object request = ((Object[]) arguments)[0];
        return request == null ? null : functions.get(request.getClass()).apply(target, arguments);
    }

    /** What is no request of a servlet API goes on as it is. */
    private static @Nullable Object pass(Object target, Object arguments) {
        return null;
    }

    /** The servlet API's own type of requests that this type is one of. */
    private static @Nullable Class<?> api(@Nullable Class<?> type) {
        if (type == null
                || type.getName().equals(ServletApi.JAKARTA)
                || type.getName().equals(ServletApi.JAVAX)) {
            return type;
        }
        for (Class<?> parent : type.getInterfaces()) {
            @Nullable Class<?> api = api(parent);
            if (api != null) {
                return api;
            }
        }
        return api(type.getSuperclass());
    }
}
