package io.homeport.agent;

import io.homeport.ResponseView;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.session.SessionManager;
import org.jspecify.annotations.Nullable;

/** A response of Jetty 12 while it is committed. */
record Jetty12ResponseView(int status, HttpFields.Mutable headers, Jetty12RequestView request) implements ResponseView {

    @Override
    public List<String> setCookies() {
        return headers.getValuesList(HttpHeader.SET_COOKIE);
    }

    @Override
    public @Nullable String sessionCookieName() {
        for (SessionManager manager : Jetty12Sessions.managers(request.request())) {
            for (String field : setCookies()) {
                if (field.startsWith(manager.getSessionCookie() + "=")) {
                    return manager.getSessionCookie();
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable String header(String name) {
        List<String> values = headers.getValuesList(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
