package io.homeport.sample;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.util.Set;

/** The application on an embedded Undertow. */
record UndertowServer(Undertow undertow, DeploymentManager deployment) implements RunningServer {
    private static final long UNLIMITED = -1;

    static RunningServer start(Site site) throws ServletException {
        String path = site.contextPath().isEmpty() ? "/" : site.contextPath();
        DeploymentManager deployment = Servlets.newContainer().addDeployment(deployment(path, site.application()));
        deployment.deploy();
        HttpHandler application = Handlers.path().addPrefixPath(path, deployment.start());
        Undertow undertow = Undertow.builder()
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNLIMITED)
                .addHttpListener(site.port(), "0.0.0.0")
                .setHandler(application)
                .build();
        undertow.start();
        return new UndertowServer(undertow, deployment);
    }

    private static DeploymentInfo deployment(String path, ServletContainerInitializer application) {
        return Servlets.deployment()
                .setDeploymentName("sample")
                .setClassLoader(UndertowServer.class.getClassLoader())
                .setContextPath(path)
                .setDefaultEncoding("UTF-8")
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        application.getClass(), new ImmediateInstanceFactory<>(application), Set.of()));
    }

    @Override
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void stop() throws ServletException {
        undertow.stop();
        deployment.stop();
        deployment.undeploy();
    }
}
