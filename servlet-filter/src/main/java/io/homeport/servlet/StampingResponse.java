package io.homeport.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Sees the application write a session cookie, change what is said of caching, and begin the body. */
final class StampingResponse extends HttpServletResponseWrapper {
    private static final String SET_COOKIE = "Set-Cookie";

    private final ResponseStamp stamp;

    StampingResponse(HttpServletResponse response, ResponseStamp stamp) {
        super(response);
        this.stamp = stamp;
    }

    @Override
    public void addCookie(Cookie cookie) {
        super.addCookie(cookie);
        stamp.cookieAdded(cookie.getName() + "=" + cookie.getValue() + "; Max-Age=" + cookie.getMaxAge());
    }

    @Override
    public void addHeader(String name, String value) {
        if (stamp.owns(name)) {
            super.setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
        if (SET_COOKIE.equalsIgnoreCase(name)) {
            stamp.look();
        }
        stamp.headerWritten(name);
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, value);
        if (SET_COOKIE.equalsIgnoreCase(name)) {
            stamp.cookiesDropped();
        }
        stamp.headerWritten(name);
    }

    @Override
    public void setDateHeader(String name, long date) {
        super.setDateHeader(name, date);
        stamp.headerWritten(name);
    }

    @Override
    public void addDateHeader(String name, long date) {
        super.addDateHeader(name, date);
        stamp.headerWritten(name);
    }

    @Override
    public boolean containsHeader(String name) {
        return !stamp.owns(name) && super.containsHeader(name);
    }

    @Override
    // Null for none, which the unannotated API cannot say.
    @SuppressWarnings("NullAway")
    public String getHeader(String name) {
        return stamp.owns(name) ? null : super.getHeader(name);
    }

    @Override
    public void setStatus(int status) {
        super.setStatus(status);
        if (status == SC_NOT_MODIFIED) {
            stamp.notModified();
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        settleUnless304(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        settleUnless304(status);
        super.sendError(status, message);
    }

    private void settleUnless304(int status) {
        if (status == SC_NOT_MODIFIED) {
            stamp.notModified();
        } else {
            stamp.settle();
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        stamp.settle();
        super.sendRedirect(location);
    }

    @Override
    public void flushBuffer() throws IOException {
        stamp.settle();
        super.flushBuffer();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        stamp.settle();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        stamp.settle();
        return super.getWriter();
    }

    @Override
    public void reset() {
        super.reset();
        stamp.cookiesDropped();
    }
}
