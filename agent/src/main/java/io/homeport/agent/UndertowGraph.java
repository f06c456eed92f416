package io.homeport.agent;

import io.undertow.server.HttpHandler;
import io.undertow.servlet.api.Deployment;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.spec.ServletContextImpl;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies behind a handler. Handlers keep the next ones in fields of no public name, so those are looked at: of handlers,
 * and of what belongs to Undertow, to a bounded number, nearest first.
 */
final class UndertowGraph {
    /** Several times what a server with a hundred applications has. */
    private static final int MOST = 20_000;

    private final Queue<Object> pending = new ArrayDeque<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Deployment> deployments = new ArrayList<>();
    private @Nullable Field unreadable;

    private UndertowGraph() {}

    static UndertowGraph behind(HttpHandler root) {
        UndertowGraph graph = new UndertowGraph();
        graph.meet(root);
        while (!graph.pending.isEmpty()) {
            graph.lookInto(graph.pending.remove());
        }
        return graph;
    }

    /** The deployments, each once. */
    List<Deployment> deployments() {
        return deployments;
    }

    /** A field that the module system keeps from us, null where there was none. */
    @Nullable
    Field unreadable() {
        return unreadable;
    }

    private void meet(@Nullable Object value) {
        if (value == null || seen.size() >= MOST || !seen.add(value)) {
            return;
        }
        if (value instanceof Deployment deployment) {
            deployments.add(deployment);
        } else if (value instanceof DeploymentManager manager) {
            meet(manager.getDeployment());
        } else if (value instanceof ServletContextImpl context) {
            meet(context.getDeployment());
        } else if (isFollowed(value)) {
            pending.add(value);
        }
    }

    private static boolean isFollowed(Object value) {
        String name = value.getClass().getName();
        boolean stores =
                name.startsWith("io.undertow.server.session.") || name.startsWith("io.undertow.server.handlers.cache.");
        boolean collection = value instanceof Object[] || isOfTheJdk(value);
        return !stores && (value instanceof HttpHandler || name.startsWith("io.undertow.") || collection);
    }

    /** An application's own collections may do anything when asked for what they hold. */
    private static boolean isOfTheJdk(Object value) {
        return (value instanceof Collection || value instanceof Map)
                && value.getClass().getClassLoader() == null;
    }

    private void lookInto(Object value) {
        if (value instanceof Object[] array) {
            Arrays.asList(array).forEach(this::meet);
        } else if (value instanceof Map<?, ?> map && isOfTheJdk(value)) {
            map.values().forEach(this::meet);
        } else if (value instanceof Collection<?> collection && isOfTheJdk(value)) {
            collection.forEach(this::meet);
        } else {
            lookIntoFields(value);
        }
    }

    private void lookIntoFields(Object value) {
        for (Class<?> type = value.getClass(); type.getClassLoader() != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    meet(read(field, value));
                }
            }
        }
    }

    private @Nullable Object read(Field field, Object value) {
        try {
            if (field.trySetAccessible()) {
                return field.get(value);
            }
            unreadable = field;
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
