package io.homeport.contract.bench;

import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.FilterInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;

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
        Undertow server = Undertow.builder()
                .addHttpListener(BenchSettings.port(), "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(8)
                .setHandler(paths)
                .build();
        server.start();
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        BenchSettings.serve(address.getPort(), () -> {
            deployment.stop();
            deployment.undeploy();
            return new WeakReference<>(null);
        });
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
        application
                .addFilter(filter)
                .addFilterUrlMapping("homeport", "/*", DispatcherType.REQUEST)
                .addFilterUrlMapping("homeport", "/*", DispatcherType.ERROR);
    }
}
