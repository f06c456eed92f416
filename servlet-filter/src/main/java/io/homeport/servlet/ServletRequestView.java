package io.homeport.servlet;

import io.homeport.RequestView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as the policy sees it. Method and target are read once: Undertow changes them when a request is forwarded. */
final class ServletRequestView implements RequestView {
    private final HttpServletRequest request;
    private final String method;
    private final String path;
    private final int applicationPathStart;
    private final @Nullable String query;
    private final List<String> cookies;

    ServletRequestView(HttpServletRequest request) {
        this.request = request;
        this.method = request.getMethod();
        this.path = String.valueOf(request.getRequestURI());
        this.applicationPathStart =
                Math.min(path.length(), request.getContextPath().length());
        this.query = request.getQueryString();
        @Nullable Enumeration<String> fields = request.getHeaders("Cookie");
        this.cookies = fields == null ? List.of() : Collections.list(fields);
    }

    @Override
    public boolean hasMethod(String expected) {
        return method.equals(expected);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public int applicationPathStart() {
        return applicationPathStart;
    }

    @Override
    public @Nullable String query() {
        return query;
    }

    @Override
    public int cookieFields() {
        return cookies.size();
    }

    @Override
    public String cookieField(int index) {
        return cookies.get(index);
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public boolean secure() {
        return request.isSecure();
    }

    @Override
    public String remoteAddress() {
        return String.valueOf(request.getRemoteAddr());
    }

    @Override
    public boolean hasHomeSession() {
        return request.isRequestedSessionIdValid() || isRequested(request, request.getSession(false));
    }

    /**
     * Whether the session is the one that the request names. Liberty calls it new, and its id not valid, until the request
     * that has made it is over, which may be after the client has its answer. Jetty 12.0.0 (ee10) calls no id valid, because
     * it compares one with the worker's name behind a dot to one without.
     */
    static boolean isRequested(HttpServletRequest request, @Nullable HttpSession session) {
        String requested = request.getRequestedSessionId();
        return session != null
                && requested != null
                && (requested.equals(session.getId()) || requested.startsWith(session.getId() + "."));
    }
}
