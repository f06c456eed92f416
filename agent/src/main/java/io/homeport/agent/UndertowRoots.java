package io.homeport.agent;

import io.homeport.Homeport;
import io.undertow.server.HttpHandler;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The root handlers of listeners that were there before us: looked through once each, when the first request gets to them,
 * for the deployments behind them. No lock is taken for a thread's latest handler, and none of them is held.
 */
final class UndertowRoots {
    private static final String MANAGEMENT = "org.jboss.as.domain.http.server.";

    private final Homeport homeport;
    private final UndertowDeployments deployments;
    private final Map<HttpHandler, Boolean> looked = Collections.synchronizedMap(new WeakHashMap<>());
    private final ThreadLocal<Latest> latest =
            ThreadLocal.withInitial(() -> new Latest(new WeakReference<>(null), false));

    private record Latest(WeakReference<HttpHandler> root, boolean application) {}

    UndertowRoots(Homeport homeport, UndertowDeployments deployments) {
        this.homeport = homeport;
        this.deployments = deployments;
    }

    /** Whether the handler serves an application, and not WildFly's management. */
    boolean isApplication(HttpHandler root) {
        Latest known = latest.get();
        if (!known.root().refersTo(root)) {
            known = new Latest(new WeakReference<>(root), look(root));
            latest.set(known);
        }
        return known.application();
    }

    private boolean look(HttpHandler root) {
        boolean application = !root.getClass().getName().startsWith(MANAGEMENT);
        if (application && looked.put(root, Boolean.TRUE) == null) {
            try {
                UndertowGraph graph = UndertowGraph.behind(root);
                graph.deployments().forEach(deployments::add);
                reportUnreadable(graph.unreadable());
            } catch (RuntimeException | LinkageError e) {
                homeport.report("undertow deployments", e);
            }
        }
        return application;
    }

    private void reportUnreadable(@Nullable Field field) {
        if (field != null) {
            String what = field + " (expected: a module that opens it); sessions behind it may not be known";
            homeport.report("undertow deployments", new IllegalStateException(what));
        }
    }
}
