package io.homeport.contract.bench;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ListenerInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.util.EventListener;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The contract application on Undertow. */
public final class UndertowBench {
    private UndertowBench() {}

    public static void main(String[] args) throws Exception {
        String path = BenchSettings.context().isEmpty() ? "/" : BenchSettings.context();
        DeploymentInfo application = Servlets.deployment()
                .setClassLoader(UndertowBench.class.getClassLoader())
                .setContextPath(path)
                .setDeploymentName("contract")
                // Undertow's default makes filters at their first request.
                .setEagerFilterInit(!Boolean.getBoolean("bench.lazy"))
                .addServlet(Servlets.servlet("contract", ContractServlet.class)
                        .addMapping("/*")
                        .setLoadOnStartup(1)
                        .setAsyncSupported(true))
                .addErrorPage(Servlets.errorPage("/error-page", 410));
        if (!BenchSettings.route().isEmpty()) {
            application.setSessionConfigWrapper((sessions, deployment) -> sessions);
        }
        if (BenchSettings.filter()) {
            addFilter(application);
        }
        if (Boolean.getBoolean("bench.lazy")) {
            addStartedServlet(application);
        }
        DeploymentManager deployment = Servlets.defaultContainer().addDeployment(application);
        PathHandler paths = new PathHandler();
        try {
            deployment.deploy();
            paths.addPrefixPath(path, deployment.start());
        } catch (Exception e) {
            BenchSettings.fail(String.valueOf(e));
        }
        Undertow server =
                listener().setIoThreads(2).setWorkerThreads(8).setHandler(paths).build();
        server.start();
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        BenchSettings.serve(address.getPort(), () -> {
            deployment.stop();
            deployment.undeploy();
            return new WeakReference<>(null);
        });
    }

    private static Undertow.Builder listener() throws Exception {
        Undertow.Builder builder =
                Undertow.builder().setServerOption(UndertowOptions.ENABLE_HTTP2, BenchSettings.http2());
        if (BenchSettings.protocol().equals("ajp")) {
            return builder.addAjpListener(BenchSettings.port(), "127.0.0.1");
        }
        return BenchSettings.tls()
                ? builder.addHttpsListener(BenchSettings.port(), "127.0.0.1", certificate())
                : builder.addHttpListener(BenchSettings.port(), "127.0.0.1");
    }

    private static SSLContext certificate() throws Exception {
        char[] password = BenchSettings.keyStorePassword().toCharArray();
        KeyStore keys = KeyStore.getInstance(new File(BenchSettings.keyStore()), password);
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** What the jar's web-fragment.xml says, which only a full server reads. */
    private static void addStartedServlet(DeploymentInfo application) throws ClassNotFoundException {
        application.addServlet(Servlets.servlet(
                        "homeport-started",
                        Class.forName("io.homeport.servlet.StartedServlet").asSubclass(Servlet.class))
                .setLoadOnStartup(Integer.MAX_VALUE));
    }

    private static void addFilter(DeploymentInfo application) throws ClassNotFoundException {
        FilterInfo filter = Servlets.filter(
                        "homeport", Class.forName(BenchSettings.FILTER).asSubclass(Filter.class))
                .setAsyncSupported(true);
        BenchSettings.initParams().forEach(filter::addInitParam);
        // What the jar's web-fragment.xml says, which only a full server reads, and Undertow takes from no filter.
        application.addListener(new ListenerInfo(
                Class.forName("io.homeport.servlet.HomeportSessions").asSubclass(EventListener.class)));
        application
                .addFilter(filter)
                .addFilterUrlMapping("homeport", "/*", DispatcherType.REQUEST)
                .addFilterUrlMapping("homeport", "/*", DispatcherType.ERROR);
    }
}
