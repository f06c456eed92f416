package io.homeport.contract.bench;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.lang.ref.WeakReference;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The contract application on Jetty; the build replaces ee10 by the other environments. */
public final class JettyBench {
    private JettyBench() {}

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(BenchSettings.port());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.setContextPath(BenchSettings.context().isEmpty() ? "/" : BenchSettings.context());
        ServletHolder contract = new ServletHolder("contract", new ContractServlet());
        contract.setAsyncSupported(true);
        contract.setInitOrder(1);
        context.addServlet(contract, "/*");
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
        errors.addErrorPage(410, "/error-page");
        context.setErrorHandler(errors);
        if (BenchSettings.filter()) {
            addFilter(context);
        }
        server.setHandler(context);
        if (!BenchSettings.route().isEmpty()) {
            setRoute(server);
        }
        try {
            server.start();
        } catch (Exception e) {
            BenchSettings.fail(String.valueOf(e));
        }
        if (!context.isAvailable()) {
            BenchSettings.fail("not available");
        }
        BenchSettings.serve(connector.getLocalPort(), () -> {
            context.stop();
            return new WeakReference<>(null);
        });
    }

    /** Jetty 12 has the class elsewhere, and asks another place for it. */
    private static void setRoute(Server server) throws ReflectiveOperationException {
        boolean old = !Server.getVersion().startsWith("12.");
        String folder = old ? "org.eclipse.jetty.server.session." : "org.eclipse.jetty.session.";
        Object ids = Class.forName(folder + "DefaultSessionIdManager")
                .getConstructor(Server.class)
                .newInstance(server);
        ids.getClass().getMethod("setWorkerName", String.class).invoke(ids, BenchSettings.route());
        if (old) {
            Class<?> type = Class.forName("org.eclipse.jetty.server.SessionIdManager");
            Server.class.getMethod("setSessionIdManager", type).invoke(server, ids);
        } else {
            server.addBean(ids, true);
        }
    }

    private static void addFilter(ServletContextHandler context) throws ClassNotFoundException {
        FilterHolder filter =
                new FilterHolder(Class.forName(BenchSettings.FILTER).asSubclass(Filter.class));
        filter.setName("homeport");
        filter.setAsyncSupported(true);
        filter.setInitParameters(BenchSettings.initParams());
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    }
}
