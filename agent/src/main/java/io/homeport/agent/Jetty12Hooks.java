package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.List;

/** What is woven into Jetty 12. */
final class Jetty12Hooks {
    private static final String SERVER = "org/eclipse/jetty/server/Server";
    private static final String CONTEXT_HANDLER = "org/eclipse/jetty/server/handler/ContextHandler";
    private static final String CHANNEL = "org/eclipse/jetty/server/internal/HttpChannelState";

    private Jetty12Hooks() {}

    static List<HookPoint> of(String type) {
        String handle =
                "handle(Lorg/eclipse/jetty/server/Request;Lorg/eclipse/jetty/server/Response;Lorg/eclipse/jetty/util/Callback;)Z";
        String prepare = "lockedPrepareResponse(Lorg/eclipse/jetty/server/internal/HttpChannelState;Z)"
                + "Lorg/eclipse/jetty/http/MetaData$Response;";
        return switch (type) {
            case SERVER ->
                List.of(
                        HookPoint.ofArguments(handle, Placement.ENTRY_REPLACE_FIRST, Hook.CLEANED_REQUEST, 1, 1),
                        HookPoint.ofArguments(handle, Placement.ENTRY_RETURN_TRUE, Hook.REQUEST, 2, 3),
                        HookPoint.ofThis("doStart()V", Placement.ENTRY, Hook.STARTING),
                        HookPoint.ofThis("doStart()V", Placement.EXIT, Hook.STARTED));
            case CHANNEL + "$ChannelResponse" ->
                List.of(new HookPoint(
                        prepare,
                        Placement.ENTRY,
                        Hook.COMMIT,
                        List.of(new HookPoint.Argument(0), new HookPoint.MutableHeaders())));
            // Which of the two has it depends on the release.
            case CHANNEL -> List.of(completed(new HookPoint.Argument(0)));
            case CHANNEL + "$HandlerInvoker" ->
                List.of(completed(
                        new HookPoint.FieldOfThis(CHANNEL + "$HandlerInvoker", "this$0", "L" + CHANNEL + ";")));
            case CONTEXT_HANDLER ->
                List.of(
                        HookPoint.ofThis("doStart()V", Placement.EXIT, Hook.STARTED),
                        HookPoint.ofThis("doStop()V", Placement.EXIT, Hook.STOPPED));
            case "org/eclipse/jetty/session/AbstractSessionManager" ->
                List.of(
                        HookPoint.ofThis(
                                "newSession(Lorg/eclipse/jetty/server/Request;Ljava/lang/String;Ljava/util/function/Consumer;)V",
                                Placement.EXIT,
                                Hook.SESSION),
                        HookPoint.ofThis("invalidate(Ljava/lang/String;)V", Placement.EXIT, Hook.SESSION));
            default -> List.of();
        };
    }

    private static HookPoint completed(HookPoint.Value channel) {
        String method = "completeStream(Lorg/eclipse/jetty/server/HttpStream;Ljava/lang/Throwable;)V";
        return new HookPoint(method, Placement.ENTRY, Hook.ENDED, List.of(channel, channel)).ifThere();
    }
}
