package io.homeport.agent;

/** The containers' classes that are woven, by internal name; {@link Container} says what is woven into each. */
final class HookNames {
    private HookNames() {}

    static boolean contain(String name) {
        return switch (name) {
            case "org/apache/catalina/connector/CoyoteAdapter",
                    "org/apache/catalina/connector/Request",
                    "org/apache/catalina/core/StandardContext",
                    "org/apache/coyote/http11/Http11Processor",
                    "org/apache/coyote/http2/StreamProcessor",
                    "org/apache/coyote/ajp/AjpProcessor",
                    "org/eclipse/jetty/server/Server",
                    "org/eclipse/jetty/server/Response",
                    "org/eclipse/jetty/server/HttpChannel",
                    "org/eclipse/jetty/server/handler/ContextHandler",
                    "org/eclipse/jetty/server/internal/HttpChannelState",
                    "org/eclipse/jetty/server/internal/HttpChannelState$ChannelResponse",
                    "org/eclipse/jetty/server/internal/HttpChannelState$HandlerInvoker",
                    "io/undertow/Undertow",
                    "io/undertow/server/Connectors",
                    "io/undertow/server/HttpServerExchange",
                    "io/undertow/server/protocol/http/HttpOpenListener",
                    "io/undertow/server/protocol/http2/Http2OpenListener",
                    "io/undertow/server/protocol/http2/Http2UpgradeHandler",
                    "io/undertow/server/protocol/ajp/AjpOpenListener",
                    "io/undertow/servlet/core/DeploymentManagerImpl",
                    "org/apache/tomcat/websocket/WsSession",
                    "io/undertow/websockets/jsr/UndertowSession",
                    "org/eclipse/jetty/websocket/common/WebSocketSession",
                    "org/eclipse/jetty/websocket/jsr356/JsrSession",
                    "org/eclipse/jetty/websocket/javax/common/JavaxWebSocketSession",
                    "org/eclipse/jetty/websocket/jakarta/common/JakartaWebSocketSession",
                    "org/eclipse/jetty/ee8/websocket/javax/common/JavaxWebSocketSession",
                    "org/eclipse/jetty/ee9/websocket/jakarta/common/JakartaWebSocketSession",
                    "org/eclipse/jetty/ee10/websocket/jakarta/common/JakartaWebSocketSession",
                    "org/eclipse/jetty/ee11/websocket/jakarta/common/JakartaWebSocketSession" -> true;
            default -> false;
        };
    }

    /** Where sessions come and go; woven only where their number is limited. Undertow tells its listeners. */
    static boolean containLimited(String name) {
        return switch (name) {
            case "org/apache/catalina/session/ManagerBase",
                    "org/apache/catalina/session/StandardSession",
                    "org/eclipse/jetty/server/session/SessionHandler",
                    "org/eclipse/jetty/session/AbstractSessionManager" -> true;
            default -> false;
        };
    }

    /** Connection pools; woven only where a readiness check asks for one by its name. */
    static boolean containPool(String name) {
        return switch (name) {
            case "com/zaxxer/hikari/HikariDataSource", "org/apache/tomcat/jdbc/pool/ConnectionPool" -> true;
            default -> false;
        };
    }

    /** Where requests begin in a container whose hooks at the start have passed; woven on their path, so only then. */
    static boolean containLate(String name) {
        return switch (name) {
            case "io/undertow/server/protocol/http/HttpReadListener",
                    "io/undertow/server/protocol/http2/Http2ReceiveListener",
                    "io/undertow/server/protocol/ajp/AjpReadListener" -> true;
            default -> contain(name);
        };
    }
}
