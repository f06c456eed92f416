package io.homeport.servlet;

import io.homeport.ResponseView;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response as the policy sees it, with the cookies that it carries or will carry. */
record ServletResponseView(ServletContext context, HttpServletResponse response, List<String> setCookies)
        implements ResponseView {

    @Override
    public int status() {
        return response.getStatus();
    }

    @Override
    public @Nullable String sessionCookieName() {
        return context.getSessionCookieConfig().getName();
    }

    @Override
    public @Nullable String header(String name) {
        Collection<String> values = response.getHeaders(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
