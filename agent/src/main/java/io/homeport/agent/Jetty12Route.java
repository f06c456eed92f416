package io.homeport.agent;

import io.homeport.ContainerSetting;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.JettyWorker;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.session.DefaultSessionIdManager;
import org.eclipse.jetty.session.SessionIdManager;
import org.eclipse.jetty.session.SessionManager;

/** Jetty's own route, the worker name of whatever gives session ids; set before the server starts any of it. */
final class Jetty12Route {
    private final HomeportNode node;
    private final String jetty;

    Jetty12Route(HomeportNode node, String jetty) {
        this.node = node;
        this.jetty = jetty;
    }

    void apply(Server server, String route) {
        SessionIdManager shared = server.getBean(SessionIdManager.class);
        if (shared == null) {
            shared = new DefaultSessionIdManager(server);
            server.addBean(shared, true);
        }
        set(shared, route);
        for (SessionManager sessions : server.getContainedBeans(SessionManager.class)) {
            SessionIdManager own = sessions.getSessionIdManager();
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
