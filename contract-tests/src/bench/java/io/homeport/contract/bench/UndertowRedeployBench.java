package io.homeport.contract.bench;

import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.Servlet;
import java.net.InetSocketAddress;

/** The contract application, again and again, on one Undertow. */
public final class UndertowRedeployBench {
    private UndertowRedeployBench() {}

    public static void main(String[] args) throws Exception {
        PathHandler paths = new PathHandler();
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(2)
                .setHandler(paths)
                .build();
        server.start();
        Redeployments.run(new Redeployments.Server() {
            @Override
            public int port() {
                return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
            }

            @Override
            public AutoCloseable deploy(ClassLoader loader) throws Exception {
                Class<? extends Servlet> servlet =
                        loader.loadClass(ContractServlet.class.getName()).asSubclass(Servlet.class);
                DeploymentInfo application = Servlets.deployment()
                        .setClassLoader(loader)
                        .setContextPath("/app")
                        .setDeploymentName("contract")
                        .addServlet(Servlets.servlet("contract", servlet).addMapping("/*"));
                DeploymentManager deployment = Servlets.defaultContainer().addDeployment(application);
                deployment.deploy();
                paths.addPrefixPath("/app", deployment.start());
                return () -> {
                    paths.removePrefixPath("/app");
                    deployment.stop();
                    deployment.undeploy();
                    Servlets.defaultContainer().removeDeployment(application);
                };
            }
        });
    }
}
