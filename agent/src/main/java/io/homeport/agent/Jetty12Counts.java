package io.homeport.agent;

import io.homeport.runtime.ApplicationSessions;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.JettySessionMap;
import io.homeport.runtime.RequestThreads;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionCache;
import org.eclipse.jetty.session.SessionManager;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** What Jetty counts: the sessions of its contexts, and its servers' threads. */
final class Jetty12Counts implements ApplicationSessions.Counter<ContextHandler>, RequestThreads.Counter<Server> {
    private final ApplicationSessions<ContextHandler> sessions;
    private final RequestThreads<Server> threads;

    Jetty12Counts(HomeportNode node) {
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
            for (ContextHandler context : server.getDescendants(ContextHandler.class)) {
                if (context.isAvailable()) {
                    sessions.started(context);
                }
            }
        }
    }

    @Override
    public int count(ContextHandler context) {
        int count = 0;
        for (SessionManager manager : context.getContainedBeans(SessionManager.class)) {
            count += sessions(manager).size();
        }
        return count;
    }

    private static Map<?, ?> sessions(SessionManager manager) {
        @Nullable SessionCache cache = manager.getSessionCache();
        @Nullable Map<?, ?> sessions = cache == null ? null : JettySessionMap.of(cache);
        return sessions == null ? Map.of() : sessions;
    }

    @Override
    public boolean contains(ContextHandler context, String id) throws Exception {
        for (SessionManager manager : context.getContainedBeans(SessionManager.class)) {
            if (manager.getSessionCache().exists(id)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long oldestUse(ContextHandler context, long now) {
        long oldest = now;
        for (SessionManager manager : context.getContainedBeans(SessionManager.class)) {
            for (Object session : sessions(manager).values()) {
                if (session instanceof ManagedSession managed) {
                    oldest = Math.min(oldest, managed.getSessionData().getAccessed());
                }
            }
        }
        return oldest;
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
