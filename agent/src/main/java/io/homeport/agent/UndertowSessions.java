package io.homeport.agent;

import io.homeport.Sessions;
import io.homeport.runtime.ApplicationSessions;
import io.homeport.runtime.HomeportNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.session.Session;
import io.undertow.server.session.SessionListener;
import io.undertow.server.session.SessionManager;
import io.undertow.server.session.SessionManagerStatistics;
import io.undertow.servlet.api.Deployment;
import org.jspecify.annotations.Nullable;

/** Asks the session managers of Undertow's deployments, and listens to them where their sessions are limited. */
final class UndertowSessions implements ApplicationSessions.Counter<Deployment> {
    private final ApplicationSessions<Deployment> applications;
    private final Sessions sessions;
    private final Changes changes;

    UndertowSessions(HomeportNode node) {
        this.applications = new ApplicationSessions<>(node, this);
        this.sessions = node.sessions();
        this.changes = new Changes(sessions);
    }

    /** Undertow tells once it has added a session to those it counts, or has removed it. */
    private record Changes(Sessions sessions) implements SessionListener {

        @Override
        public void sessionCreated(Session session, HttpServerExchange exchange) {
            sessions.changed();
        }

        @Override
        public void sessionDestroyed(Session session, HttpServerExchange exchange, SessionDestroyedReason reason) {
            sessions.changed();
        }
    }

    void started(Deployment deployment) {
        if (applications.started(deployment) && sessions.max() != Sessions.UNLIMITED) {
            deployment.getSessionManager().registerSessionListener(changes);
        }
    }

    void stopped(Deployment deployment) {
        applications.stopped(deployment);
        if (sessions.max() != Sessions.UNLIMITED) {
            deployment.getSessionManager().removeSessionListener(changes);
        }
    }

    @Override
    public int count(Deployment deployment) {
        SessionManager manager = deployment.getSessionManager();
        @Nullable SessionManagerStatistics statistics = manager.getStatistics();
        return statistics == null ? manager.getActiveSessions().size() : (int) statistics.getActiveSessionCount();
    }

    @Override
    public boolean contains(Deployment deployment, String id) {
        return deployment.getSessionManager().getSession(id) != null;
    }

    /** Of a store that sessions come from one by one, none is asked. */
    @Override
    public long oldestUse(Deployment deployment, long now) {
        SessionManager manager = deployment.getSessionManager();
        long oldest = now;
        if (manager.getClass().getName().startsWith("io.undertow.")) {
            for (String id : manager.getAllSessions()) {
                oldest = Math.min(oldest, lastUse(manager.getSession(id), now));
            }
        }
        return oldest;
    }

    private static long lastUse(@Nullable Session session, long now) {
        try {
            return session == null ? now : session.getLastAccessedTime();
        } catch (IllegalStateException e) {
            // It has just ended.
            return now;
        }
    }
}
