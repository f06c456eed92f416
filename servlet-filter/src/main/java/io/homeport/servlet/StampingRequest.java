package io.homeport.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Sees the application create a session or change its id. */
final class StampingRequest extends HttpServletRequestWrapper {
    private final StampingResponse response;
    private final ResponseStamp stamp;
    // Written by the container's thread before any other is given the request.
    private boolean detached;

    StampingRequest(HttpServletRequest request, StampingResponse response, ResponseStamp stamp) {
        super(request);
        this.response = response;
        this.stamp = stamp;
    }

    /** Whether the application went on to answer asynchronously. */
    boolean isDetached() {
        return detached;
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    // Null only where create is false, which the unannotated API cannot say.
    @SuppressWarnings("NullAway")
    public HttpSession getSession(boolean create) {
        boolean had = super.getSession(false) != null;
        HttpSession session = super.getSession(create);
        if (!had && session != null) {
            stamp.sessionCreated();
        }
        return session;
    }

    @Override
    public String changeSessionId() {
        String id = super.changeSessionId();
        stamp.sessionCreated();
        return id;
    }

    @Override
    public void login(String user, String password) throws ServletException {
        @Nullable String before = sessionId();
        super.login(user, password);
        @Nullable String after = sessionId();
        if (after != null && !after.equals(before)) {
            stamp.sessionCreated();
        }
    }

    private @Nullable String sessionId() {
        @Nullable HttpSession session = super.getSession(false);
        return session == null ? null : session.getId();
    }

    /** Containers would hand the bare request to the asynchronous part. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    @Override
    public AsyncContext startAsync(ServletRequest given, ServletResponse answer) {
        AsyncContext async = super.startAsync(given, answer);
        stamp.settle();
        detached = true;
        return async;
    }
}
