package io.homeport.contract.bench;

import io.undertow.Undertow;
import io.undertow.security.idm.Account;
import io.undertow.security.idm.Credential;
import io.undertow.security.idm.IdentityManager;
import io.undertow.security.idm.PasswordCredential;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.LoginConfig;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.Set;

/** The contract application on Undertow, with secrets that Undertow itself guards by a form. */
public final class UndertowLoginBench {
    private UndertowLoginBench() {}

    public static void main(String[] args) throws Exception {
        DeploymentInfo application = Servlets.deployment()
                .setClassLoader(UndertowLoginBench.class.getClassLoader())
                .setContextPath(BenchSettings.context())
                .setDeploymentName("contract")
                .addServlet(Servlets.servlet("contract", ContractServlet.class)
                        .addMapping("/*")
                        .setAsyncSupported(true))
                .setIdentityManager(new OneUser())
                .setLoginConfig(new LoginConfig("FORM", "realm", "/login-page", "/login-error"))
                .addSecurityConstraint(Servlets.securityConstraint()
                        .addWebResourceCollection(
                                Servlets.webResourceCollection().addUrlPattern("/secret/*"))
                        .addRoleAllowed("user"));
        DeploymentManager deployment = Servlets.defaultContainer().addDeployment(application);
        deployment.deploy();
        PathHandler paths = new PathHandler().addPrefixPath(BenchSettings.context(), deployment.start());
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(8)
                .setHandler(paths)
                .build();
        server.start();
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        BenchSettings.serve(address.getPort(), () -> {
            deployment.stop();
            return new WeakReference<>(null);
        });
    }

    private static final class OneUser implements IdentityManager {
        @Override
        public Account verify(Account account) {
            return account;
        }

        @Override
        public Account verify(String id, Credential credential) {
            String password = new String(((PasswordCredential) credential).getPassword());
            return id.equals("user") && password.equals("secret") ? new User() : null;
        }

        @Override
        public Account verify(Credential credential) {
            return null;
        }
    }

    private static final class User implements Account {
        private static final long serialVersionUID = 1L;

        @Override
        public Principal getPrincipal() {
            return () -> "user";
        }

        @Override
        public Set<String> getRoles() {
            return Set.of("user");
        }
    }
}
