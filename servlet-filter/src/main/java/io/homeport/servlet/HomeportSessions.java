package io.homeport.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

/**
 * Tells the filter's node which sessions there are. The jar's {@code web-fragment.xml} declares it; where that is not read,
 * and the container takes no listener from a filter, an application declares it beside the filter. Inert as that is.
 */
public final class HomeportSessions implements ServletContextListener, HttpSessionListener, HttpSessionIdListener {
    private final SessionEvents events = new SessionEvents();
    private final boolean inert = AgentPresence.inThisJvm();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        KnownSessions.of(event.getServletContext()).told();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        // What is known goes with the application.
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        if (!inert) {
            events.sessionCreated(event);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (!inert) {
            events.sessionDestroyed(event);
        }
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        if (!inert) {
            events.sessionIdChanged(event, oldId);
        }
    }
}
