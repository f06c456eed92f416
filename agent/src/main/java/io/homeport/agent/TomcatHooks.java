package io.homeport.agent;

import io.homeport.agent.HookPoint.FieldOfThis;
import io.homeport.runtime.Hook;
import java.util.List;

/** What is woven into Tomcat. */
final class TomcatHooks {
    private static final String COYOTE_REQUEST = "Lorg/apache/coyote/Request;";
    private static final String COYOTE_RESPONSE = "Lorg/apache/coyote/Response;";
    private static final String PROCESSOR = "org/apache/coyote/AbstractProcessor";

    private TomcatHooks() {}

    static List<HookPoint> of(String type) {
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
                        HookPoint.ofThis("startInternal()V", Placement.EXIT, Hook.STARTED),
                        HookPoint.ofThis("stopInternal()V", Placement.EXIT, Hook.STOPPED));
            case "org/apache/catalina/connector/Request" ->
                List.of(HookPoint.ofThis("recycle()V", Placement.ENTRY, Hook.ENDED));
            // A change of its id takes a session away and adds it again; only its end passes here.
            case "org/apache/catalina/session/StandardSession" ->
                List.of(HookPoint.ofThis("expire(Z)V", Placement.EXIT, Hook.SESSION));
            case "org/apache/catalina/session/ManagerBase" ->
                List.of(HookPoint.ofThis("add(Lorg/apache/catalina/Session;)V", Placement.EXIT, Hook.SESSION));
            case "org/apache/coyote/http11/Http11Processor" ->
                List.of(exchange("prepareResponse()V", Hook.COMMIT), awaited("available(Z)I"));
            case "org/apache/coyote/http2/StreamProcessor" ->
                List.of(
                        exchange("prepareResponse()V", Hook.COMMIT),
                        awaited("available(Z)I"),
                        awaited("isReadyForRead()Z"));
            case "org/apache/coyote/ajp/AjpProcessor" -> List.of(exchange("prepareResponse()V", Hook.COMMIT));
            default -> List.of();
        };
    }

    /** Older releases have no such method, and no such setting that would call for it. */
    private static HookPoint awaited(String method) {
        return exchange(method, Hook.BODY_AWAITED).ifThere();
    }

    private static HookPoint exchange(String method, Hook hook) {
        return new HookPoint(
                method,
                Placement.ENTRY,
                hook,
                List.of(
                        new FieldOfThis(PROCESSOR, "request", COYOTE_REQUEST),
                        new FieldOfThis(PROCESSOR, "response", COYOTE_RESPONSE)));
    }
}
