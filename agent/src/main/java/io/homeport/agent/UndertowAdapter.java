package io.homeport.agent;

import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.Hook;
import io.undertow.Version;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.Deployment;
import io.undertow.servlet.api.DeploymentManager;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Undertow 2.2 and 2.3: a handler of ours is put in front of every listener's root handler. Responses are stamped where
 * Undertow turns their cookies into header fields, whatever the protocol: a wrapper of the response would cost every
 * request an array. What follows an upgrade to HTTP/2 gets a handler of ours too. Only in a JVM that ran already is it also woven where a request is given to the root handler that is
 * there.
 */
public final class UndertowAdapter implements ContainerAdapter {
    static final String NAME = "Undertow " + Version.getVersionString();

    private static final String MANAGEMENT = "org.jboss.as.domain.http.server.ManagementHttpServer";

    private final HomeportNode node;
    private final UndertowDeployments deployments;
    private final UndertowUpgrades upgrades = new UndertowUpgrades();
    private final UndertowGate gate;
    private final UndertowGate gateBehindUpgrade;
    private final UndertowRoots roots;

    public UndertowAdapter(HomeportNode node) {
        this.node = node;
        this.deployments = new UndertowDeployments(new UndertowSessions(node));
        this.gate = new UndertowGate(node, deployments, upgrades);
        this.gateBehindUpgrade = new UndertowGate(node, deployments, new UndertowUpgrades());
        this.roots = new UndertowRoots(node.homeport(), deployments);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public BiFunction<Object, Object, Object> function(Hook hook) {
        return switch (hook) {
            case STARTING -> (deployment, same) -> starting(deployment);
            case STARTED -> (component, same) -> started(component);
            case STOPPED -> (deployment, same) -> stopped(deployment);
            case ENDED -> (exchange, same) -> ended(exchange);
            case ROOT_CALL -> (handler, exchange) -> called((HttpHandler) handler, (HttpServerExchange) exchange);
            case COMMIT -> (exchange, same) -> UndertowGate.committed((HttpServerExchange) exchange);
            case ROOT_HANDLER -> (handler, listener) -> wrapped((HttpHandler) handler);
            case UPGRADED_HANDLER -> (handler, same) -> behindUpgrade((HttpHandler) handler);
            default -> throw new IllegalArgumentException("Undertow has no " + hook);
        };
    }

    private @Nullable Object starting(Object deploymentManager) {
        node.open();
        @Nullable String route = node.containerRoute();
        if (route != null) {
            setRoute(deploymentManager, route);
        }
        return null;
    }

    private void setRoute(Object deploymentManager, String route) {
        try {
            UndertowRoute.set(UndertowRoute.original(deploymentManager), route, node);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            node.homeport().report("undertow route", e);
        }
    }

    private @Nullable Object started(Object component) {
        node.applicationStarted();
        if (component.getClass().getName().startsWith("io.undertow.servlet.")) {
            note(((DeploymentManager) component).getDeployment());
        }
        return null;
    }

    private void note(Deployment deployment) {
        try {
            deployments.add(deployment);
            node.readiness()
                    .applicationOf(deployment, deployment.getDeploymentInfo().getClassLoader());
        } catch (RuntimeException | LinkageError e) {
            node.homeport().report("undertow start", e);
        }
    }

    private @Nullable Object stopped(Object deploymentManager) {
        @Nullable Deployment deployment = ((DeploymentManager) deploymentManager).getDeployment();
        if (deployment != null) {
            deployments.remove(deployment);
        }
        return null;
    }

    private @Nullable Object ended(Object exchange) {
        node.inFlight().leave(exchange);
        return null;
    }

    private @Nullable Object wrapped(HttpHandler handler) {
        if (handler instanceof UndertowHandler || isManagement()) {
            return null;
        }
        node.open();
        return new UndertowHandler(handler, gate);
    }

    /** For a listener that had its root handler before there was one of ours to stand in front of it. */
    private @Nullable Object called(HttpHandler root, HttpServerExchange exchange) {
        if (root instanceof UndertowHandler || !roots.isApplication(root)) {
            return null;
        }
        HttpHandler next = gate.next(root, exchange);
        return next == root ? null : next;
    }

    /** After the upgrade of a connection its requests come to this handler without passing the root handler. */
    private @Nullable Object behindUpgrade(HttpHandler handler) {
        if (isManagement()) {
            return null;
        }
        upgrades.becomePossible();
        return new UndertowHandler(handler, gateBehindUpgrade);
    }

    /** WildFly's own management server listens by the same class and is none of our business. */
    private static boolean isManagement() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(MANAGEMENT)));
    }
}
