package io.homeport.agent;

import io.homeport.ResponseView;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.util.SessionConfig;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/** A response of Tomcat just before it is committed. */
record TomcatResponseView(Response response, TomcatExchange exchange) implements ResponseView {

    @Override
    public int status() {
        return response.getStatus();
    }

    @Override
    public List<String> setCookies() {
        return values("Set-Cookie");
    }

    @Override
    public @Nullable String sessionCookieName() {
        org.apache.catalina.connector.Request mapped = exchange.mapped();
        Context context = mapped == null ? null : mapped.getContext();
        return context == null ? null : SessionConfig.getSessionCookieName(context);
    }

    @Override
    public @Nullable String header(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : String.join(",", values);
    }

    private List<String> values(String name) {
        List<String> values = new ArrayList<>();
        Enumeration<String> all = response.getMimeHeaders().values(name);
        while (all.hasMoreElements()) {
            values.add(all.nextElement());
        }
        return values;
    }
}
