package io.homeport.agent;

import io.homeport.agent.HookPoint.FieldOfThis;
import io.homeport.runtime.Hook;
import java.util.List;

/**
 * The containers that have an adapter: its class, and the classes and methods it is called from. To add a container, add a
 * constant here, its class names to {@link HookTransformer}, and an adapter.
 */
enum Container {
    TOMCAT("io.homeport.agent.Tomcat", "Tomcat adapter", "org.apache.coyote.Request"),
    JETTY_9("io.homeport.jetty9.Jetty9", "Jetty 9.4 to 11 adapter", "org.eclipse.jetty.server.Server"),
    JETTY_12("io.homeport.agent.Jetty12", "Jetty 12 adapter", "org.eclipse.jetty.server.Server"),
    UNDERTOW("io.homeport.agent.Undertow", "Undertow adapter", "io.undertow.server.HttpHandler"),
    /** Whatever else calls servlets; its class names are those of {@link #SERVLETS_JAVAX} too. */
    SERVLETS_JAKARTA("io.homeport.servlet.", "servlet fallback", "jakarta.servlet.ServletRequest"),
    SERVLETS_JAVAX("io.homeport.servlet.", "servlet fallback", "javax.servlet.ServletRequest"),
    /** No container, but something to be seen by a readiness check; told by {@link PoolsSeen} where one is configured. */
    HIKARI_POOLS("io.homeport.agent.PoolsSeen", "connection pools", "com.zaxxer.hikari.HikariDataSource"),
    TOMCAT_POOLS("io.homeport.agent.PoolsSeen", "connection pools", "org.apache.tomcat.jdbc.pool.ConnectionPool");

    private static final String COYOTE_REQUEST = "Lorg/apache/coyote/Request;";
    private static final String COYOTE_RESPONSE = "Lorg/apache/coyote/Response;";
    private static final String PROCESSOR = "org/apache/coyote/AbstractProcessor";
    private static final String JETTY_SERVER = "org/eclipse/jetty/server/Server";
    private static final String JETTY_9_RESPONSE = "org/eclipse/jetty/server/Response";
    private static final String CONTEXT_HANDLER = "org/eclipse/jetty/server/handler/ContextHandler";
    private static final String CHANNEL_RESPONSE = "org/eclipse/jetty/server/internal/HttpChannelState$ChannelResponse";

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
        boolean old = type.equals(JETTY_9_RESPONSE) || superType.startsWith("org/eclipse/jetty/server/handler/");
        return old ? JETTY_9 : JETTY_12;
    }

    /** What is woven into the class of that internal name; nothing into one that is not this container's. */
    List<HookPoint> hookPoints(String type) {
        return switch (this) {
            case TOMCAT -> tomcat(type);
            case JETTY_9 -> jetty9(type);
            case JETTY_12 -> jetty12(type);
            case UNDERTOW -> undertow(type);
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

    private static List<HookPoint> tomcat(String type) {
        String parse = "postParseRequest(" + COYOTE_REQUEST + "Lorg/apache/catalina/connector/Request;"
                + COYOTE_RESPONSE + "Lorg/apache/catalina/connector/Response;)Z";
        return switch (type) {
            case "org/apache/catalina/connector/CoyoteAdapter" ->
                List.of(
                        HookPoint.ofArguments(parse, Placement.ENTRY_RETURN_FALSE, Hook.REQUEST, 1, 3),
                        HookPoint.ofArguments(parse, Placement.EXIT_FALSE, Hook.MAPPED, 1, 2));
            case "org/apache/catalina/core/StandardContext" ->
                List.of(
                        HookPoint.ofThis("startInternal()V", Placement.ENTRY, Hook.STARTING),
                        HookPoint.ofThis("startInternal()V", Placement.EXIT, Hook.STARTED));
            case "org/apache/coyote/http11/Http11Processor" ->
                List.of(
                        tomcatExchange("prepareResponse()V", Hook.COMMIT),
                        tomcatExchange("available(Z)I", Hook.BODY_AWAITED));
            case "org/apache/coyote/http2/StreamProcessor" ->
                List.of(
                        tomcatExchange("prepareResponse()V", Hook.COMMIT),
                        tomcatExchange("available(Z)I", Hook.BODY_AWAITED),
                        tomcatExchange("isReadyForRead()Z", Hook.BODY_AWAITED));
            case "org/apache/coyote/ajp/AjpProcessor" -> List.of(tomcatExchange("prepareResponse()V", Hook.COMMIT));
            default -> List.of();
        };
    }

    private static HookPoint tomcatExchange(String method, Hook hook) {
        return new HookPoint(
                method,
                Placement.ENTRY,
                hook,
                List.of(
                        new FieldOfThis(PROCESSOR, "request", COYOTE_REQUEST),
                        new FieldOfThis(PROCESSOR, "response", COYOTE_RESPONSE)));
    }

    private static List<HookPoint> jetty9(String type) {
        return switch (type) {
            case JETTY_SERVER ->
                List.of(
                        HookPoint.ofArguments(
                                "handle(Lorg/eclipse/jetty/server/HttpChannel;)V",
                                Placement.ENTRY_RETURN,
                                Hook.REQUEST,
                                1,
                                1),
                        HookPoint.ofThis("doStart()V", Placement.ENTRY, Hook.STARTING),
                        HookPoint.ofThis("doStart()V", Placement.EXIT, Hook.STARTED));
            case JETTY_9_RESPONSE ->
                List.of(HookPoint.ofThis(
                        "newResponseMetaData()Lorg/eclipse/jetty/http/MetaData$Response;",
                        Placement.ENTRY,
                        Hook.COMMIT));
            case CONTEXT_HANDLER -> List.of(HookPoint.ofThis("doStart()V", Placement.EXIT, Hook.STARTED));
            default -> List.of();
        };
    }

    private static List<HookPoint> jetty12(String type) {
        String handle =
                "handle(Lorg/eclipse/jetty/server/Request;Lorg/eclipse/jetty/server/Response;Lorg/eclipse/jetty/util/Callback;)Z";
        String prepare = "lockedPrepareResponse(Lorg/eclipse/jetty/server/internal/HttpChannelState;Z)"
                + "Lorg/eclipse/jetty/http/MetaData$Response;";
        return switch (type) {
            case JETTY_SERVER ->
                List.of(
                        HookPoint.ofArguments(handle, Placement.ENTRY_REPLACE_FIRST, Hook.CLEANED_REQUEST, 1, 1),
                        HookPoint.ofArguments(handle, Placement.ENTRY_RETURN_TRUE, Hook.REQUEST, 2, 3),
                        HookPoint.ofThis("doStart()V", Placement.ENTRY, Hook.STARTING),
                        HookPoint.ofThis("doStart()V", Placement.EXIT, Hook.STARTED));
            case CHANNEL_RESPONSE ->
                List.of(new HookPoint(
                        prepare,
                        Placement.ENTRY,
                        Hook.COMMIT,
                        List.of(new HookPoint.Argument(0), new HookPoint.MutableHeaders())));
            case CONTEXT_HANDLER -> List.of(HookPoint.ofThis("doStart()V", Placement.EXIT, Hook.STARTED));
            default -> List.of();
        };
    }

    private static List<HookPoint> undertow(String type) {
        String exchange = "Lio/undertow/server/HttpServerExchange;";
        String channel = "Lio/undertow/protocols/http2/Http2Channel;";
        return switch (type) {
            case "io/undertow/Undertow" -> List.of(HookPoint.ofThis("start()V", Placement.EXIT, Hook.STARTED));
            case "io/undertow/servlet/core/DeploymentManagerImpl" ->
                List.of(
                        HookPoint.ofThis("deploy()V", Placement.ENTRY, Hook.STARTING),
                        HookPoint.ofThis("start()Lio/undertow/server/HttpHandler;", Placement.EXIT, Hook.STARTED));
            case "io/undertow/server/protocol/http/HttpReadListener" ->
                List.of(rootCall("handleEventWithNoRunningRequest(Lorg/xnio/conduits/ConduitStreamSourceChannel;)V"));
            case "io/undertow/server/protocol/http2/Http2ReceiveListener" ->
                List.of(
                        rootCall("handleRequests(" + channel
                                + "Lio/undertow/protocols/http2/Http2StreamSourceChannel;)V"),
                        rootCall("handleInitialRequest(" + exchange + channel + "[B)V"));
            case "io/undertow/server/protocol/ajp/AjpReadListener" ->
                List.of(rootCall("handleEvent(Lorg/xnio/channels/StreamSourceChannel;)V"));
            case "io/undertow/server/Connectors" ->
                List.of(HookPoint.ofArguments(
                        "flattenCookies(Lio/undertow/server/HttpServerExchange;)V", Placement.EXIT, Hook.COMMIT, 0, 0));
            case "io/undertow/server/protocol/http2/Http2UpgradeHandler" ->
                List.of(
                        upgraded("<init>(Lio/undertow/server/HttpHandler;)V"),
                        upgraded("<init>(Lio/undertow/server/HttpHandler;[Ljava/lang/String;)V"));
            case "io/undertow/server/protocol/http/HttpOpenListener",
                    "io/undertow/server/protocol/http2/Http2OpenListener",
                    "io/undertow/server/protocol/ajp/AjpOpenListener" ->
                List.of(HookPoint.ofArguments(
                        "setRootHandler(Lio/undertow/server/HttpHandler;)V",
                        Placement.ENTRY_REPLACE_FIRST,
                        Hook.ROOT_HANDLER,
                        1,
                        0));
            default -> List.of();
        };
    }

    /** Where a request begins. What is dispatched while it runs is called by the same name, but from elsewhere. */
    private static HookPoint rootCall(String method) {
        return new HookPoint(
                method,
                Placement.CALL_REPLACE_FIRST,
                Hook.ROOT_CALL,
                List.of(new HookPoint.Passed(
                        "io/undertow/server/Connectors",
                        "executeRootHandler",
                        "(Lio/undertow/server/HttpHandler;Lio/undertow/server/HttpServerExchange;)V")));
    }

    /** A constructor cannot hand itself over before it has run. */
    private static HookPoint upgraded(String constructor) {
        return HookPoint.ofArguments(constructor, Placement.ENTRY_REPLACE_FIRST, Hook.UPGRADED_HANDLER, 1, 1);
    }
}
