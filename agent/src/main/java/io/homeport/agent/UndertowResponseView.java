package io.homeport.agent;

import io.homeport.ResponseView;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response of Undertow just before it is committed, when its cookies have become header fields. */
record UndertowResponseView(HttpServerExchange exchange, UndertowDeployments deployments) implements ResponseView {

    @Override
    public int status() {
        return exchange.getStatusCode();
    }

    @Override
    public List<String> setCookies() {
        HeaderValues fields = exchange.getResponseHeaders().get(Headers.SET_COOKIE);
        return fields == null ? List.of() : List.copyOf(fields);
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
