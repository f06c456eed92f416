package io.homeport.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Where a container keeps the cookies of a response until it is committed. */
enum CookieStore {
    /** Among the header fields: they show there, and {@code reset()} drops them (Tomcat, Jetty). */
    HEADERS,
    /** Apart: they never show, and outlive {@code reset()} and an uncaught exception, which header fields do not (Undertow). */
    APART;

    static CookieStore of(ServletContext context) {
        return context.getClass().getName().startsWith("io.undertow.") ? APART : HEADERS;
    }

    /** Adds the field {@code Set-Cookie: setCookie} where it lives as long as the container's own session cookie. */
    void write(HttpServletResponse response, String setCookie) {
        @Nullable Cookie cookie = this == APART ? StampCookie.of(setCookie) : null;
        if (cookie == null) {
            response.addHeader("Set-Cookie", setCookie);
        } else {
            response.addCookie(cookie);
        }
    }
}
