package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.List;

/** The sessions of the containers' WebSocket APIs, Jetty's own among them: each tells when it has been made. */
final class WebSocketHooks {
    private static final List<HookPoint> MADE = List.of(HookPoint.ofThis("<init>", Placement.EXIT, Hook.WEBSOCKET));

    private WebSocketHooks() {}

    static List<HookPoint> of(String type) {
        return switch (type) {
            case "org/apache/tomcat/websocket/WsSession",
                    "io/undertow/websockets/jsr/UndertowSession",
                    "org/eclipse/jetty/websocket/common/WebSocketSession",
                    "org/eclipse/jetty/websocket/jsr356/JsrSession",
                    "org/eclipse/jetty/websocket/javax/common/JavaxWebSocketSession",
                    "org/eclipse/jetty/websocket/jakarta/common/JakartaWebSocketSession",
                    "org/eclipse/jetty/ee8/websocket/javax/common/JavaxWebSocketSession",
                    "org/eclipse/jetty/ee9/websocket/jakarta/common/JakartaWebSocketSession",
                    "org/eclipse/jetty/ee10/websocket/jakarta/common/JakartaWebSocketSession",
                    "org/eclipse/jetty/ee11/websocket/jakarta/common/JakartaWebSocketSession" -> MADE;
            default -> List.of();
        };
    }
}
