package io.homeport.benchmarks;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;

/** {@link Hello} on Undertow. */
final class UndertowHello {
    private UndertowHello() {}

    static int start(int port) throws ServletException {
        DeploymentManager deployment = Servlets.defaultContainer()
                .addDeployment(Servlets.deployment()
                        .setClassLoader(UndertowHello.class.getClassLoader())
                        .setContextPath("/")
                        .setDeploymentName("hello")
                        .addServlet(Servlets.servlet("hello", Hello.class, new ImmediateInstanceFactory<>(new Hello()))
                                .addMapping(Hello.PATH)));
        deployment.deploy();
        Undertow server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setHandler(deployment.start())
                .build();
        server.start();
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }
}
