package io.homeport.jetty9;

import io.homeport.runtime.ApplicationSessions;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.JettySessionMap;
import io.homeport.runtime.RequestThreads;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.session.Session;
import org.eclipse.jetty.server.session.SessionCache;
import org.eclipse.jetty.server.session.SessionHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** What Jetty counts: the sessions of its contexts, and its servers' threads. */
final class Jetty9Counts implements ApplicationSessions.Counter<ContextHandler>, RequestThreads.Counter<Server> {
    private final ApplicationSessions<ContextHandler> sessions;
    private final RequestThreads<Server> threads;

    Jetty9Counts(HomeportNode node) {
        this.sessions = new ApplicationSessions<>(node, this);
        this.threads = new RequestThreads<>(node, this);
    }

    void started(ContextHandler context) {
        sessions.started(context);
    }

    void stopped(ContextHandler context) {
        sessions.stopped(context);
    }

    /** A server has a request; its contexts may have been there before us. */
    void meet(Server server) {
        if (threads.seen(server)) {
            for (Handler handler : server.getChildHandlersByClass(ContextHandler.class)) {
                ContextHandler context = (ContextHandler) handler;
                if (context.isAvailable()) {
                    sessions.started(context);
                }
            }
        }
    }

    @Override
    public int count(ContextHandler context) {
        return sessions(context).size();
    }

    private static Map<?, ?> sessions(ContextHandler context) {
        @Nullable SessionHandler handler = context.getChildHandlerByClass(SessionHandler.class);
        @Nullable SessionCache cache = handler == null ? null : handler.getSessionCache();
        @Nullable Map<?, ?> sessions = cache == null ? null : JettySessionMap.of(cache);
        return sessions == null ? Map.of() : sessions;
    }

    @Override
    public boolean contains(ContextHandler context, String id) throws Exception {
        @Nullable SessionHandler handler = context.getChildHandlerByClass(SessionHandler.class);
        return handler != null && handler.getSessionCache().exists(id);
    }

    @Override
    public long oldestUse(ContextHandler context, long now) {
        long oldest = now;
        for (Object session : sessions(context).values()) {
            oldest = Math.min(oldest, lastUse((Session) session, now));
        }
        return oldest;
    }

    private static long lastUse(Session session, long now) {
        try {
            return session.getLastAccessedTime();
        } catch (IllegalStateException e) {
            // It has just ended.
            return now;
        }
    }

    @Override
    public int busy(Server server) {
        return server.getThreadPool() instanceof QueuedThreadPool pool ? pool.getBusyThreads() : 0;
    }

    @Override
    public int max(Server server) {
        return server.getThreadPool() instanceof QueuedThreadPool pool ? pool.getMaxThreads() : 0;
    }
}
