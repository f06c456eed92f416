package io.homeport.servlet;

import jakarta.servlet.ServletContext;

/** Where a container keeps the cookies that it is given as objects, its own session cookie among them, until the commit. */
enum CookieStore {
    /** Among the header fields: they show there, and {@code reset()} drops them with all others (Tomcat, Jetty). */
    HEADERS,
    /** Apart: they never show, and outlive {@code reset()} and an uncaught exception, which header fields do not (Undertow). */
    APART;

    static CookieStore of(ServletContext context) {
        return context.getClass().getName().startsWith("io.undertow.") ? APART : HEADERS;
    }
}
