package io.homeport.jetty9;

import io.homeport.ContainerSetting;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.JettyWorker;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SessionIdManager;
import org.eclipse.jetty.server.session.DefaultSessionIdManager;
import org.eclipse.jetty.server.session.SessionHandler;

/** Jetty's own route, the worker name of whatever gives session ids; set before the server starts any of it. */
final class Jetty9Route {
    private final HomeportNode node;
    private final String jetty;

    Jetty9Route(HomeportNode node, String jetty) {
        this.node = node;
        this.jetty = jetty;
    }

    void apply(Server server, String route) {
        SessionIdManager shared = server.getSessionIdManager();
        if (shared == null) {
            shared = new DefaultSessionIdManager(server);
            server.setSessionIdManager(shared);
        }
        set(shared, route);
        for (Handler sessions : server.getChildHandlersByClass(SessionHandler.class)) {
            SessionIdManager own = ((SessionHandler) sessions).getSessionIdManager();
            if (own != null) {
                set(own, route);
            }
        }
    }

    private void set(SessionIdManager ids, String route) {
        if (ids instanceof DefaultSessionIdManager own
                && own.isStopped()
                && JettyWorker.isUnnamed(own.getWorkerName())) {
            own.setWorkerName(route);
        }
        node.note(ContainerSetting.route(jetty, JettyWorker.name(ids.getWorkerName()), route));
    }
}
