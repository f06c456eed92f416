package io.homeport.agent;

import java.util.List;

/**
 * The containers that have an adapter: its class, and the classes and methods it is called from. To add a container, add a
 * constant here, its hooks, its class names to {@link HookNames}, and an adapter.
 */
enum Container {
    TOMCAT("io.homeport.agent.Tomcat", "Tomcat adapter", "org.apache.coyote.Request"),
    JETTY_9("io.homeport.jetty9.Jetty9", "Jetty 9.4 to 11 adapter", "org.eclipse.jetty.server.Server"),
    JETTY_12("io.homeport.agent.Jetty12", "Jetty 12 adapter", "org.eclipse.jetty.server.Server"),
    UNDERTOW("io.homeport.agent.Undertow", "Undertow adapter", "io.undertow.server.HttpHandler"),
    /** Whatever else calls servlets; its class names are those of {@link #SERVLETS_JAVAX} too. */
    SERVLETS_JAKARTA("io.homeport.servlet.", "servlet fallback", "jakarta.servlet.ServletRequest"),
    SERVLETS_JAVAX("io.homeport.servlet.", "servlet fallback", "javax.servlet.ServletRequest"),
    /** Needs no adapter: all that is asked of a WebSocket is in its API. */
    WEBSOCKETS("", "WebSockets", ""),
    /** No container, but something to be seen by a readiness check; told by {@link PoolsSeen} where one is configured. */
    HIKARI_POOLS("io.homeport.agent.PoolsSeen", "connection pools", "com.zaxxer.hikari.HikariDataSource"),
    TOMCAT_POOLS("io.homeport.agent.PoolsSeen", "connection pools", "org.apache.tomcat.jdbc.pool.ConnectionPool");

    private final String prefix;
    private final String label;
    private final String marker;

    Container(String prefix, String label, String marker) {
        this.prefix = prefix;
        this.label = label;
        this.marker = marker;
    }

    /** What the start-up line calls the adapter. */
    String label() {
        return label;
    }

    /** What the names of the adapter's classes begin with, package included. */
    String classPrefix() {
        return prefix;
    }

    /** A class that every part of the container refers to, so that two loaders that see the same one are of one container. */
    String marker() {
        return marker;
    }

    /** The adapter's class. */
    String adapterClass() {
        return switch (this) {
            case SERVLETS_JAKARTA, SERVLETS_JAVAX -> classPrefix() + "FallbackAdapter";
            case HIKARI_POOLS, TOMCAT_POOLS -> classPrefix();
            default -> classPrefix() + "Adapter";
        };
    }

    /** The folder within the agent's jar that its class files lie in, as a prefix of their names. */
    String classFolder() {
        return switch (this) {
            case SERVLETS_JAKARTA -> "jakarta/";
            case SERVLETS_JAVAX -> "javax/";
            default -> "";
        };
    }

    /** The container that a class belongs to, by the internal names of the class and its superclass. */
    static Container of(String type, String superType) {
        if (!WebSocketHooks.of(type).isEmpty()) {
            return WEBSOCKETS;
        }
        if (HookNames.containPool(type)) {
            return type.startsWith("com/zaxxer/") ? HIKARI_POOLS : TOMCAT_POOLS;
        }
        if (type.startsWith("org/apache/")) {
            return TOMCAT;
        }
        if (type.startsWith("io/undertow/")) {
            return UNDERTOW;
        }
        // Jetty 12 gave other classes the names of old ones; none of its own extends anything of the old handler
        // package.
        boolean old = Jetty9Hooks.OWN.contains(type) || superType.startsWith("org/eclipse/jetty/server/handler/");
        return old ? JETTY_9 : JETTY_12;
    }

    /** What is woven into the class of that internal name; nothing into one that is not this container's. */
    List<HookPoint> hookPoints(String type) {
        return switch (this) {
            case TOMCAT -> TomcatHooks.of(type);
            case JETTY_9 -> Jetty9Hooks.of(type);
            case JETTY_12 -> Jetty12Hooks.of(type);
            case UNDERTOW -> UndertowHooks.of(type);
            case WEBSOCKETS -> WebSocketHooks.of(type);
            case SERVLETS_JAKARTA -> ServletHooks.of("jakarta/servlet/", type);
            case SERVLETS_JAVAX -> ServletHooks.of("javax/servlet/", type);
            case HIKARI_POOLS -> PoolHooks.hikari(type);
            case TOMCAT_POOLS -> PoolHooks.tomcat(type);
        };
    }

    /** Whether it is one of the two that make connection pools rather than serve requests. */
    boolean isOfPools() {
        return this == HIKARI_POOLS || this == TOMCAT_POOLS;
    }
}
