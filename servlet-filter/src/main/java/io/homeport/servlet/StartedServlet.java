package io.homeport.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;

/**
 * Serves nothing. The jar's {@code web-fragment.xml} declares it as the last servlet to load, so that its initialisation
 * tells that the web application has started; a filter is initialised before that.
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
    public void init() {
        WebNode.started(getServletContext());
    }
}
