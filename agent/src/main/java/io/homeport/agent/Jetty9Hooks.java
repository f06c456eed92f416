package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.List;
import java.util.Set;

/** What is woven into Jetty 9.4 to 11. */
final class Jetty9Hooks {
    private static final String SERVER = "org/eclipse/jetty/server/Server";
    private static final String RESPONSE = "org/eclipse/jetty/server/Response";
    private static final String CHANNEL = "org/eclipse/jetty/server/HttpChannel";
    private static final String CONTEXT_HANDLER = "org/eclipse/jetty/server/handler/ContextHandler";

    /** Classes that Jetty 12 has no class of the same name of. */
    static final Set<String> OWN = Set.of(RESPONSE, CHANNEL);

    private Jetty9Hooks() {}

    static List<HookPoint> of(String type) {
        return switch (type) {
            case SERVER ->
                List.of(
                        HookPoint.ofArguments(
                                "handle(Lorg/eclipse/jetty/server/HttpChannel;)V",
                                Placement.ENTRY_RETURN,
                                Hook.REQUEST,
                                1,
                                1),
                        HookPoint.ofThis("doStart()V", Placement.ENTRY, Hook.STARTING),
                        HookPoint.ofThis("doStart()V", Placement.EXIT, Hook.STARTED));
            case RESPONSE ->
                List.of(HookPoint.ofThis(
                        "newResponseMetaData()Lorg/eclipse/jetty/http/MetaData$Response;",
                        Placement.ENTRY,
                        Hook.COMMIT));
            case CHANNEL -> List.of(HookPoint.ofThis("onCompleted()V", Placement.ENTRY, Hook.ENDED));
            case CONTEXT_HANDLER ->
                List.of(
                        HookPoint.ofThis("doStart()V", Placement.EXIT, Hook.STARTED),
                        HookPoint.ofThis("doStop()V", Placement.EXIT, Hook.STOPPED));
            case "org/eclipse/jetty/server/session/SessionHandler" ->
                List.of(
                        HookPoint.ofThis("newHttpSession", Placement.EXIT, Hook.SESSION),
                        HookPoint.ofThis("invalidate(Ljava/lang/String;)V", Placement.EXIT, Hook.SESSION));
            default -> List.of();
        };
    }
}
