package io.homeport.servlet;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;

/**
 * Serves nothing. The jar's {@code web-fragment.xml} declares it as the last servlet to load: its initialisation tells
 * that the web application has started, which a filter's comes before on most containers. On Undertow it comes long after,
 * at the first request, so the node is started here if it is not there yet.
 */
public final class StartedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static boolean isDeclaredIn(ServletContext context) {
        for (ServletRegistration servlet : context.getServletRegistrations().values()) {
            if (StartedServlet.class.getName().equals(servlet.getClassName())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void init() throws ServletException {
        ServletContext context = getServletContext();
        for (FilterRegistration filter : context.getFilterRegistrations().values()) {
            if (HomeportFilter.class.getName().equals(filter.getClassName())) {
                WebNode.started(context, filter.getInitParameters(), filter.getName());
                return;
            }
        }
    }

    @Override
    public void destroy() {
        WebNode.stop(getServletContext());
    }
}
