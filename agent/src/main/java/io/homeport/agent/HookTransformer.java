package io.homeport.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the handful of container classes that are woven, by exact name. The weaver, and all that the policy needs,
 * loads only when one of them shows up.
 */
final class HookTransformer implements ClassFileTransformer {
    private final Instrumentation instrumentation;
    private final AgentNode node;
    // Guarded by this; made with the first hit.
    private @Nullable Weaver weaver;

    private HookTransformer(Instrumentation instrumentation, AgentNode node) {
        this.instrumentation = instrumentation;
        this.node = node;
    }

    static void install(Instrumentation instrumentation, AgentNode node) {
        HookTransformer transformer = new HookTransformer(instrumentation, node);
        instrumentation.addTransformer(transformer, true);
        transformer.weaveLoaded();
    }

    /** Classes from an ahead-of-time cache are there before any transformer sees them. */
    private void weaveLoaded() {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (isHooked(loaded.getName().replace('.', '/'))) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
                    StandardError.line(loaded.getName() + ": " + e + "; not hooked");
                }
            }
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader == null || name == null || !isHooked(name)) {
            return null;
        }
        try {
            return weaver().weave(loader, name, bytes);
        } catch (Throwable e) {
            // Whatever it is, the class must load as if we were not there.
            StandardError.line(name.replace('/', '.') + ": " + e + "; not hooked");
            return null;
        }
    }

    private synchronized Weaver weaver() {
        if (weaver == null) {
            weaver = new Weaver(new HookSlots(Bridge.define(), node));
        }
        return weaver;
    }

    private static boolean isHooked(String name) {
        return switch (name) {
            case "org/apache/catalina/connector/CoyoteAdapter",
                    "org/apache/catalina/core/StandardContext",
                    "org/apache/coyote/http11/Http11Processor",
                    "org/apache/coyote/http2/StreamProcessor",
                    "org/apache/coyote/ajp/AjpProcessor",
                    "org/eclipse/jetty/server/Server",
                    "org/eclipse/jetty/server/Response",
                    "org/eclipse/jetty/server/handler/ContextHandler",
                    "org/eclipse/jetty/server/internal/HttpChannelState$ChannelResponse",
                    "io/undertow/Undertow",
                    "io/undertow/server/protocol/http/HttpOpenListener",
                    "io/undertow/server/protocol/http2/Http2OpenListener",
                    "io/undertow/server/protocol/http2/Http2UpgradeHandler",
                    "io/undertow/server/protocol/ajp/AjpOpenListener",
                    "io/undertow/servlet/core/DeploymentManagerImpl" -> true;
            default -> false;
        };
    }
}
