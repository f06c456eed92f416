package io.homeport.jetty9;

import java.lang.reflect.Method;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Changes the query of a request: 9.4 by a setter that 10 does not have, 10 by a URI type that is none in 9.4. */
final class Jetty9Query {
    private Jetty9Query() {}

    static void replace(Request request, @Nullable String query) {
        try {
            Method setter = setter();
            if (setter != null) {
                setter.invoke(request, query);
            } else {
                replaceUri(request, query);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot change the query: " + e, e);
        }
    }

    private static @Nullable Method setter() {
        try {
            return Request.class.getMethod("setQueryString", String.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static void replaceUri(Request request, @Nullable String query) throws ReflectiveOperationException {
        Class<?> uri = Class.forName("org.eclipse.jetty.http.HttpURI", true, Request.class.getClassLoader());
        Object current = Request.class.getMethod("getHttpURI").invoke(request);
        Object mutable = uri.getMethod("build", uri).invoke(null, current);
        Class<?> type = Class.forName("org.eclipse.jetty.http.HttpURI$Mutable", true, Request.class.getClassLoader());
        type.getMethod("query", String.class).invoke(mutable, query);
        Object changed = type.getMethod("asImmutable").invoke(mutable);
        Request.class.getMethod("setHttpURI", uri).invoke(request, changed);
    }
}
