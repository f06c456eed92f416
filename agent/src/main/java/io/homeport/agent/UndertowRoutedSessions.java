package io.homeport.agent;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.session.SessionConfig;

/** Session ids as clients see them, {@code ID.route}; Undertow and the application go on with the id alone. */
record UndertowRoutedSessions(SessionConfig plain, String suffix) implements SessionConfig {

    @Override
    public void setSessionId(HttpServerExchange exchange, String id) {
        plain.setSessionId(exchange, id + suffix);
    }

    @Override
    public void clearSession(HttpServerExchange exchange, String id) {
        plain.clearSession(exchange, id + suffix);
    }

    /** The id without the last route, be it ours, another node's or none. */
    @Override
    public String findSessionId(HttpServerExchange exchange) {
        String shown = plain.findSessionId(exchange);
        int dot = shown == null ? -1 : shown.lastIndexOf('.');
        return dot > 0 ? shown.substring(0, dot) : shown;
    }

    @Override
    public SessionCookieSource sessionCookieSource(HttpServerExchange exchange) {
        return plain.sessionCookieSource(exchange);
    }

    @Override
    public String rewriteUrl(String url, String id) {
        return plain.rewriteUrl(url, id + suffix);
    }
}
