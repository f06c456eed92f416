package io.homeport.contract.bench;

import java.lang.ref.WeakReference;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A web application with its own WEB-INF/lib on Jetty. */
public final class JettyWarBench {
    private JettyWarBench() {}

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        WebAppContext context = new WebAppContext(BenchSettings.war(), BenchSettings.context());
        // A server that goes on when an application fails would hide the failure.
        context.setThrowUnavailableOnStartupException(true);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            BenchSettings.fail(String.valueOf(e));
        }
        BenchSettings.serve(connector.getLocalPort(), () -> {
            WeakReference<ClassLoader> loader = new WeakReference<>(context.getClassLoader());
            context.stop();
            return loader;
        });
    }
}
