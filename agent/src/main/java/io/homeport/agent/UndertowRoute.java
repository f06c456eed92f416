package io.homeport.agent;

import io.homeport.ContainerSetting;
import io.homeport.runtime.HomeportNode;
import io.undertow.server.session.SessionConfig;
import io.undertow.server.session.SslSessionConfig;
import io.undertow.servlet.api.Deployment;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.SessionConfigWrapper;
import java.lang.reflect.Field;

/**
 * Gives Undertow what it has none of, a route, where Undertow lets servers do so: between the ids of its sessions and those
 * that clients see.
 */
record UndertowRoute(String route) implements SessionConfigWrapper {

    /** Has the deployment show the route, unless somebody else has a say in what its session ids look like. */
    static void set(DeploymentInfo deployment, String route, HomeportNode node) {
        if (deployment.getSessionConfigWrapper() == null) {
            deployment.setSessionConfigWrapper(new UndertowRoute(route));
        }
        SessionConfigWrapper set = deployment.getSessionConfigWrapper();
        String shown = set instanceof UndertowRoute ours
                ? ours.route()
                : "that of " + set.getClass().getName();
        node.note(ContainerSetting.route(UndertowAdapter.NAME, shown, route));
    }

    /** What the manager is about to deploy a copy of; a deployment of its own it does not have yet. */
    static DeploymentInfo original(Object deploymentManager) throws ReflectiveOperationException {
        Field field = deploymentManager.getClass().getDeclaredField("originalDeployment");
        field.setAccessible(true);
        return (DeploymentInfo) field.get(deploymentManager);
    }

    /** Where the TLS session stands for the id, no client sees one. */
    @Override
    public SessionConfig wrap(SessionConfig config, Deployment deployment) {
        return config instanceof SslSessionConfig ? config : new UndertowRoutedSessions(config, "." + route);
    }
}
