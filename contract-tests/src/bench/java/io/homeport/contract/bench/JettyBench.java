package io.homeport.contract.bench;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.util.EnumSet;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The contract application on Jetty; the build replaces ee10 by the other environments. */
public final class JettyBench {
    private JettyBench() {}

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1, protocols());
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
            setHouseKeeping(context.getSessionHandler());
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

    /** Sessions that have expired are looked for each second, not each ten minutes; the types differ from line to line. */
    private static void setHouseKeeping(Object sessions) throws ReflectiveOperationException {
        Object ids = sessions.getClass().getMethod("getSessionIdManager").invoke(sessions);
        Object keeper = ids.getClass().getMethod("getSessionHouseKeeper").invoke(ids);
        keeper.getClass().getMethod("setIntervalSec", long.class).invoke(keeper, 1L);
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

    /** The first is what a connection begins with. */
    private static ConnectionFactory[] protocols() {
        HttpConfiguration http = new HttpConfiguration();
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        if (!BenchSettings.http2()) {
            return new ConnectionFactory[] {http1};
        }
        if (!BenchSettings.tls()) {
            return new ConnectionFactory[] {http1, new HTTP2CServerConnectionFactory(http)};
        }
        // The contract's forged hosts are to come as far as the policy, whatever the certificate says.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(BenchSettings.keyStore());
        tls.setKeyStorePassword(BenchSettings.keyStorePassword());
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        ConnectionFactory first = ssl(tls, alpn.getProtocol());
        return new ConnectionFactory[] {first, alpn, new HTTP2ServerConnectionFactory(http), http1};
    }

    /** Jetty 9.4 takes any context factory there, later ones a server's only, and one class file serves all. */
    private static ConnectionFactory ssl(SslContextFactory.Server tls, String next) {
        try {
            for (Constructor<?> constructor : SslConnectionFactory.class.getConstructors()) {
                if (constructor.getParameterCount() == 2) {
                    return (ConnectionFactory) constructor.newInstance(tls, next);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("no SslConnectionFactory of a context factory and a protocol");
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
