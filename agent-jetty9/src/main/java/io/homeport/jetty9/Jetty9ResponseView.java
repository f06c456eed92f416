package io.homeport.jetty9;

import io.homeport.ResponseView;
import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.session.SessionHandler;
import org.jspecify.annotations.Nullable;

/** A response of Jetty 9.4 to 11 while its headers are put together. */
record Jetty9ResponseView(Response response, Request request) implements ResponseView {

    @Override
    public int status() {
        return response.getStatus();
    }

    @Override
    public List<String> setCookies() {
        return List.copyOf(response.getHeaders("Set-Cookie"));
    }

    @Override
    public @Nullable String sessionCookieName() {
        for (SessionHandler sessions : Jetty9Sessions.handlers(request)) {
            for (String field : setCookies()) {
                if (field.startsWith(sessions.getSessionCookie() + "=")) {
                    return sessions.getSessionCookie();
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable String header(String name) {
        Collection<String> values = response.getHeaders(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
