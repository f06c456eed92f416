package io.homeport.servlet;

import io.homeport.Hops;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request whose query carries the marker of a redirect, which the application never sees. */
final class UnmarkedRequest extends HttpServletRequestWrapper {

    private UnmarkedRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request itself where it carries no marker. */
    static HttpServletRequest of(HttpServletRequest request) {
        return Hops.isMarked(request.getQueryString()) ? new UnmarkedRequest(request) : request;
    }

    @Override
    // Null for none, which the unannotated API cannot say.
    @SuppressWarnings("NullAway")
    public String getQueryString() {
        return Hops.unmarked(super.getQueryString());
    }

    @Override
    @SuppressWarnings("NullAway")
    public String getParameter(String name) {
        return Hops.PARAMETER.equals(name) ? null : super.getParameter(name);
    }

    @Override
    @SuppressWarnings("NullAway")
    public String[] getParameterValues(String name) {
        return Hops.PARAMETER.equals(name) ? null : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
        all.remove(Hops.PARAMETER);
        return Collections.unmodifiableMap(all);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
