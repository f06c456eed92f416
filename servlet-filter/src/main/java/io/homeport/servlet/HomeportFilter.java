package io.homeport.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Homeport as a servlet filter: one node per web application. Works by lying in {@code WEB-INF/lib}, or declared in
 * {@code web.xml} under the name {@code homeport} with {@code async-supported}, mapped to {@code /*} before all others.
 * Stays inert where Homeport's agent runs in the same JVM. Thread-safe once initialised.
 */
public final class HomeportFilter implements Filter {
    // Written by init and destroy, which the container keeps apart from requests; null while inert.
    private volatile @Nullable WebNode node;

    /** Reads the configuration and joins the peers. Fails with every problem listed, unless {@code strict} is false. */
    @Override
    public void init(FilterConfig config) throws ServletException {
        node = WebNode.of(config.getServletContext(), FilterConfiguration.parameters(config), config.getFilterName());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        @Nullable WebNode here = node;
        if (here != null
                && request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && !Exchange.covers(http)) {
            run(here.enter(http, answer), chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Runs the application; what it throws passes through untouched. */
    private static void run(@Nullable Exchange exchange, FilterChain chain) throws IOException, ServletException {
        if (exchange == null) {
            return;
        }
        boolean returned = false;
        try {
            chain.doFilter(exchange.request(), exchange.response());
            returned = true;
        } finally {
            exchange.leave(returned);
        }
    }

    @Override
    public void destroy() {
        @Nullable WebNode here = node;
        node = null;
        if (here != null) {
            here.stop();
        }
    }
}
