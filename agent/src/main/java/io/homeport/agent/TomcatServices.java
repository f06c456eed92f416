package io.homeport.agent;

import io.homeport.runtime.ApplicationSessions;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.RequestThreads;
import java.util.concurrent.Executor;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.tomcat.util.threads.ResizableExecutor;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/** The connectors of Tomcat's services with their threads, and the applications behind them with their sessions. */
final class TomcatServices implements RequestThreads.Counter<Connector> {
    private final ApplicationSessions<StandardContext> sessions;
    private final RequestThreads<Connector> threads;

    TomcatServices(HomeportNode node) {
        this.sessions = new ApplicationSessions<>(node, new TomcatSessions());
        this.threads = new RequestThreads<>(node, this);
    }

    void started(StandardContext application) {
        sessions.started(application);
    }

    void stopped(StandardContext application) {
        sessions.stopped(application);
    }

    /** A connector has a request; the applications behind it may have been there before us. */
    void meet(Connector connector) {
        if (!threads.seen(connector)) {
            return;
        }
        for (org.apache.catalina.Container host :
                connector.getService().getContainer().findChildren()) {
            for (org.apache.catalina.Container child : host.findChildren()) {
                if (child instanceof StandardContext application
                        && application.getState().isAvailable()) {
                    sessions.started(application);
                }
            }
        }
    }

    @Override
    public int busy(Connector connector) {
        Executor executor = connector.getProtocolHandler().getExecutor();
        if (executor instanceof ThreadPoolExecutor pool) {
            return pool.getActiveCount();
        }
        return executor instanceof ResizableExecutor pool ? pool.getActiveCount() : 0;
    }

    /** Virtual threads have none. */
    @Override
    public int max(Connector connector) {
        Executor executor = connector.getProtocolHandler().getExecutor();
        if (executor instanceof ThreadPoolExecutor pool) {
            return pool.getMaximumPoolSize();
        }
        return executor instanceof ResizableExecutor pool ? pool.getMaxThreads() : 0;
    }
}
