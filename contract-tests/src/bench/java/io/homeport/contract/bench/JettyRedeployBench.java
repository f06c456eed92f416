package io.homeport.contract.bench;

import jakarta.servlet.Servlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** The contract application, again and again, on one Jetty. */
public final class JettyRedeployBench {
    private JettyRedeployBench() {}

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ContextHandlerCollection contexts = new ContextHandlerCollection();
        server.setHandler(contexts);
        server.start();
        Redeployments.run(new Redeployments.Server() {
            @Override
            public int port() {
                return connector.getLocalPort();
            }

            @Override
            public AutoCloseable deploy(ClassLoader loader) throws Exception {
                ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
                context.setContextPath("/app");
                context.setClassLoader(loader);
                Class<? extends Servlet> servlet =
                        loader.loadClass(ContractServlet.class.getName()).asSubclass(Servlet.class);
                context.addServlet(new ServletHolder("contract", servlet), "/*");
                contexts.addHandler(context);
                context.start();
                return () -> {
                    context.stop();
                    contexts.removeHandler(context);
                };
            }
        });
    }
}
