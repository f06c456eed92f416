package io.homeport.agent;

import io.homeport.Homeport;
import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.Hook;
import io.undertow.Version;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Undertow 2.2 and 2.3: a handler of ours is put in front of every listener's root handler. Responses are stamped where
 * Undertow turns their cookies into header fields, whatever the protocol: a wrapper of the response would cost every
 * request an array.
 */
public final class UndertowAdapter implements ContainerAdapter {
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
        return "Undertow " + Version.getVersionString();
    }

    @Override
    public BiFunction<Object, Object, Object> function(Hook hook) {
        return switch (hook) {
            case STARTING -> (deployment, same) -> starting();
            case STARTED -> (component, same) -> started(component);
            case COMMIT -> (exchange, same) -> UndertowHandler.committed((HttpServerExchange) exchange);
            case ROOT_HANDLER -> (handler, listener) -> wrapped((HttpHandler) handler);
            default -> throw new IllegalArgumentException("Undertow has no " + hook);
        };
    }

    private @Nullable Object starting() {
        node.open();
        return null;
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
