package io.homeport.runtime;

import com.sun.net.httpserver.HttpExchange;
import io.homeport.RequestView;
import org.jspecify.annotations.Nullable;

/** A request to the management listener as the policy sees it: never one with a session. */
record ManagementRequest(HttpExchange exchange) implements RequestView {

    @Override
    public boolean hasMethod(String method) {
        return exchange.getRequestMethod().equals(method);
    }

    @Override
    public String path() {
        String path = exchange.getRequestURI().getRawPath();
        return path == null ? "" : path;
    }

    @Override
    public @Nullable String query() {
        return exchange.getRequestURI().getRawQuery();
    }

    @Override
    public int cookieFields() {
        return 0;
    }

    @Override
    public CharSequence cookieField(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    @Override
    public boolean secure() {
        return false;
    }

    @Override
    public String remoteAddress() {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    @Override
    public boolean hasHomeSession() {
        return false;
    }
}
