package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.List;

/** What is woven into Undertow. */
final class UndertowHooks {
    private UndertowHooks() {}

    static List<HookPoint> of(String type) {
        String exchange = "Lio/undertow/server/HttpServerExchange;";
        String channel = "Lio/undertow/protocols/http2/Http2Channel;";
        return switch (type) {
            case "io/undertow/Undertow" -> List.of(HookPoint.ofThis("start()V", Placement.EXIT, Hook.STARTED));
            case "io/undertow/servlet/core/DeploymentManagerImpl" ->
                List.of(
                        HookPoint.ofThis("deploy()V", Placement.ENTRY, Hook.STARTING),
                        HookPoint.ofThis("start()Lio/undertow/server/HttpHandler;", Placement.EXIT, Hook.STARTED),
                        HookPoint.ofThis("stop()V", Placement.EXIT, Hook.STOPPED));
            case "io/undertow/server/HttpServerExchange" ->
                List.of(HookPoint.ofThis("invokeExchangeCompleteListeners()V", Placement.ENTRY, Hook.ENDED));
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
