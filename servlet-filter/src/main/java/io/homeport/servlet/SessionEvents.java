package io.homeport.servlet;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

/** What a container tells of an application's sessions. */
final class SessionEvents implements HttpSessionListener, HttpSessionIdListener {

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        KnownSessions.of(event.getSession().getServletContext()).created(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        KnownSessions.of(event.getSession().getServletContext()).destroyed(event.getSession());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        KnownSessions.of(event.getSession().getServletContext()).renamed(event.getSession(), oldId);
    }
}
