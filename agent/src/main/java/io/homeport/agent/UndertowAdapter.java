package io.homeport.agent;

import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import io.homeport.runtime.Hook;
import io.undertow.Version;
import io.undertow.server.HttpHandler;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Undertow 2.2 and 2.3: a handler of ours is put in front of every listener's root handler, and of what
 * follows an upgrade to HTTP/2; nothing more is woven. */
public final class UndertowAdapter implements ContainerAdapter {
    private static final String MANAGEMENT = "org.jboss.as.domain.http.server.ManagementHttpServer";

    private final HomeportNode node;
    private final UndertowDeployments deployments = new UndertowDeployments();
    private final UndertowUpgrades upgrades = new UndertowUpgrades();
    private final UndertowGate gate;
    private final UndertowGate gateBehindUpgrade;

    public UndertowAdapter(HomeportNode node) {
        this.node = node;
        this.gate = new UndertowGate(node.homeport(), deployments, upgrades);
        this.gateBehindUpgrade = new UndertowGate(node.homeport(), deployments, new UndertowUpgrades());
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
            case ROOT_HANDLER -> (handler, listener) -> wrapped((HttpHandler) handler);
            case UPGRADED_HANDLER -> (handler, same) -> behindUpgrade((HttpHandler) handler);
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
        return new UndertowHandler(handler, gate);
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
