package io.homeport.sample;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says in every answer of the application which node gave it. */
record ServedByFilter(NodeName name) implements Filter {
    static final String HEADER = "X-Served-By";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).setHeader(HEADER, name.of(request));
        chain.doFilter(request, response);
    }
}
