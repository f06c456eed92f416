package io.homeport.sample;

import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The application on an embedded Jetty. */
record JettyServer(Server server, ServerConnector connector) implements RunningServer {

    static RunningServer start(Site site) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setPort(site.port());
        server.addConnector(connector);
        server.setHandler(context(site));
        server.start();
        return new JettyServer(server, connector);
    }

    private static ServletContextHandler context(Site site) {
        String path = site.contextPath().isEmpty() ? "/" : site.contextPath();
        ServletContextHandler context = new ServletContextHandler(path, ServletContextHandler.SESSIONS);
        context.addServletContainerInitializer(site.application());
        return context;
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void stop() throws Exception {
        server.stop();
    }
}
