package io.homeport.contract.bench;

import java.lang.ref.WeakReference;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.security.ConstraintMapping;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.FormAuthenticator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.security.Credential;

/** The contract application on Jetty 12, with secrets that Jetty itself guards by a form. */
public final class JettyLoginBench {
    private JettyLoginBench() {}

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context =
                new ServletContextHandler(ServletContextHandler.SESSIONS | ServletContextHandler.SECURITY);
        context.setContextPath(BenchSettings.context());
        context.addServlet(new ServletHolder("contract", new ContractServlet()), "/*");
        guard((ConstraintSecurityHandler) context.getSecurityHandler());
        server.setHandler(context);
        server.start();
        BenchSettings.serve(connector.getLocalPort(), () -> {
            context.stop();
            return new WeakReference<>(null);
        });
    }

    private static void guard(ConstraintSecurityHandler security) {
        UserStore users = new UserStore();
        users.addUser("user", Credential.getCredential("secret"), new String[] {"user"});
        HashLoginService logins = new HashLoginService("realm");
        logins.setUserStore(users);
        ConstraintMapping secrets = new ConstraintMapping();
        secrets.setPathSpec("/secret/*");
        secrets.setConstraint(Constraint.from("user"));
        security.addConstraintMapping(secrets);
        security.setLoginService(logins);
        security.setAuthenticator(new FormAuthenticator("/login-page", "/login-error", false));
    }
}
