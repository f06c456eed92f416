package io.homeport.agent;

import io.homeport.ResponseView;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response of Undertow just before it is committed. Its cookies become header fields only after that. */
record UndertowResponseView(HttpServerExchange exchange, UndertowDeployments deployments) implements ResponseView {

    @Override
    public int status() {
        return exchange.getStatusCode();
    }

    @Override
    public List<String> setCookies() {
        List<String> fields = new ArrayList<>();
        for (Cookie cookie : exchange.responseCookies()) {
            Integer maxAge = cookie.getMaxAge();
            String age = maxAge == null ? "" : "; Max-Age=" + maxAge;
            fields.add(cookie.getName() + "=" + (cookie.getValue() == null ? "" : cookie.getValue()) + age);
        }
        HeaderValues written = exchange.getResponseHeaders().get(Headers.SET_COOKIE);
        if (written != null) {
            fields.addAll(written);
        }
        return fields;
    }

    @Override
    public @Nullable String sessionCookieName() {
        return deployments.cookieName(exchange);
    }

    @Override
    public @Nullable String header(String name) {
        HeaderValues values = exchange.getResponseHeaders().get(name);
        return values == null || values.isEmpty() ? null : String.join(",", values);
    }
}
