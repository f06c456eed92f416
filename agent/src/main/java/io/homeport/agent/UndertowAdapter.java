package io.homeport.agent;

import io.homeport.Homeport;
import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.Hook;
import io.undertow.Version;
import io.undertow.server.HttpHandler;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Undertow 2.2 and 2.3: a handler of ours is put in front of every listener's root handler; nothing more is woven. */
public final class UndertowAdapter implements ContainerAdapter {
    static final String NAME = "Undertow " + Version.getVersionString();

    private static final String MANAGEMENT = "org.jboss.as.domain.http.server.ManagementHttpServer";

    private final HomeportNode node;
    private final Homeport homeport;
    private final UndertowDeployments deployments = new UndertowDeployments();

    public UndertowAdapter(HomeportNode node) {
        this.node = node;
        this.homeport = node.homeport();
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
            case ROOT_HANDLER -> (handler, listener) -> wrapped((HttpHandler) handler);
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
            homeport.report("undertow route", e);
        }
    }

    private @Nullable Object started(Object component) {
        if (component.getClass().getName().startsWith("io.undertow.servlet.")) {
            deployments.add(component);
        }
        node.applicationStarted();
        return null;
    }

    private @Nullable Object wrapped(HttpHandler handler) {
        if (handler instanceof UndertowHandler || isManagement()) {
            return null;
        }
        node.open();
        return new UndertowHandler(handler, homeport, deployments);
    }

    /** WildFly's own management server listens by the same class and is none of our business. */
    private static boolean isManagement() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(MANAGEMENT)));
    }
}
