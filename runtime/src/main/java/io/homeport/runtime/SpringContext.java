package io.homeport.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A context of Spring's, asked by reflection: it may be of any release. */
record SpringContext(Object context) {
    /** Where a web application has its root context, as an attribute of its servlet context. */
    static final String ROOT = "org.springframework.web.context.WebApplicationContext.ROOT";

    /** A class that every application with such a context has. */
    static final String MARKER = "org.springframework.web.context.WebApplicationContext";

    /** Whether its beans are all made; before that nobody but Spring may ask for one. */
    boolean isRunning() throws ReflectiveOperationException {
        return Boolean.TRUE.equals(Application.get(context, "isRunning"));
    }

    /** Whether it has not been closed. */
    boolean isActive() throws ReflectiveOperationException {
        return Boolean.TRUE.equals(Application.get(context, "isActive"));
    }

    /** The beans that are of that type and made already. */
    Collection<?> beans(Class<?> type) throws ReflectiveOperationException {
        @Nullable
        Object beans = Application.callable(
                        context.getClass(), "getBeansOfType", Class.class, boolean.class, boolean.class)
                .invoke(context, type, false, false);
        return beans instanceof Map<?, ?> byName ? byName.values() : List.of();
    }
}
