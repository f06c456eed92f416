package io.homeport.agent;

import java.util.function.Function;
import org.apache.catalina.core.StandardContext;
import org.jspecify.annotations.Nullable;

/** The attributes of a context, by reflection, because the servlet context is of one type or of another. */
record TomcatAttributes(StandardContext context) implements Function<String, @Nullable Object> {

    @Override
    public @Nullable Object apply(String name) {
        try {
            Object servletContext =
                    StandardContext.class.getMethod("getServletContext").invoke(context);
            return servletContext == null
                    ? null
                    : servletContext
                            .getClass()
                            .getMethod("getAttribute", String.class)
                            .invoke(servletContext, name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
