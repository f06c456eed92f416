package io.homeport.jetty9;

import io.homeport.RequestView;
import java.util.Enumeration;
import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request of Jetty 9.4 to 11 as the policy sees it; each thread uses one view for all its requests. */
final class Jetty9RequestView implements RequestView {
    /** Where a decision that is not the usual one waits for the commit. */
    static final String PASS = "io.homeport.pass";

    // The current request.
    private @Nullable Request current;

    Jetty9RequestView of(Request request) {
        current = request;
        return this;
    }

    void clear() {
        current = null;
    }

    private Request request() {
        return Objects.requireNonNull(current);
    }

    @Override
    public boolean hasMethod(String method) {
        return method.equals(request().getMethod());
    }

    @Override
    public CharSequence path() {
        return Objects.requireNonNullElse(request().getRequestURI(), "");
    }

    @Override
    public @Nullable CharSequence query() {
        return request().getQueryString();
    }

    @Override
    public int cookieFields() {
        int found = 0;
        for (Enumeration<String> fields = request().getHeaders("Cookie"); fields.hasMoreElements(); found++) {
            fields.nextElement();
        }
        return found;
    }

    @Override
    public CharSequence cookieField(int index) {
        Enumeration<String> fields = request().getHeaders("Cookie");
        for (int i = 0; i < index; i++) {
            fields.nextElement();
        }
        return Objects.requireNonNullElse(fields.nextElement(), "");
    }

    @Override
    public @Nullable String header(String name) {
        return request().getHeader(name);
    }

    @Override
    public boolean secure() {
        return request().isSecure();
    }

    @Override
    public String remoteAddress() {
        return Objects.requireNonNullElse(request().getRemoteAddr(), "");
    }

    @Override
    public boolean hasHomeSession() {
        return canNameSession() && Jetty9Sessions.isHome(request());
    }
}
