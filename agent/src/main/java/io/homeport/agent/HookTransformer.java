package io.homeport.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the handful of container classes that are woven, by exact name. The weaver, and all that the policy needs,
 * loads only when one of them shows up.
 */
final class HookTransformer implements ClassFileTransformer {
    private final Instrumentation instrumentation;
    private final AgentNode node;
    private final boolean late;
    // Both guarded by this; made with the first hit.
    private @Nullable HookSlots slots;
    private @Nullable Weaver weaver;

    private HookTransformer(Instrumentation instrumentation, AgentNode node, boolean late) {
        this.instrumentation = instrumentation;
        this.node = node;
        this.late = late;
    }

    static void install(Instrumentation instrumentation, AgentNode node) {
        HookTransformer transformer = new HookTransformer(instrumentation, node, false);
        instrumentation.addTransformer(transformer, true);
        // Classes from an ahead-of-time cache are there before any transformer sees them.
        for (Class<?> loaded : transformer.loadedHooks()) {
            transformer.weave(loaded);
        }
    }

    /** Comes into a JVM that runs; gives the names of the adapters that are at work now. */
    static List<String> installLate(Instrumentation instrumentation, AgentNode node) {
        HookTransformer transformer = new HookTransformer(instrumentation, node, true);
        instrumentation.addTransformer(transformer, true);
        List<Class<?>> loaded = transformer.loadedHooks();
        if (loaded.isEmpty()) {
            return List.of();
        }
        // The hooks that would say so have passed; no request that is already woven may find the node otherwise.
        node.get().open();
        node.get().applicationStarted();
        transformer.weaveTogether(loaded);
        return transformer.adapters();
    }

    private List<Class<?>> loadedHooks() {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getClassLoader() != null && isWoven(loaded.getName().replace('.', '/'))) {
                found.add(loaded);
            }
        }
        return found;
    }

    /** At one stroke, so that no request is decided by one half of the hooks and committed without the other. */
    private void weaveTogether(List<Class<?>> loaded) {
        try {
            instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            for (Class<?> each : loaded) {
                weave(each);
            }
        }
    }

    private void weave(Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            StandardError.line(loaded.getName() + ": " + e + "; not hooked");
        }
    }

    private List<String> adapters() {
        HookSlots used;
        synchronized (this) {
            used = slots;
        }
        return used == null ? List.of() : used.adapters();
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader == null || name == null || !isWoven(name)) {
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
            slots = new HookSlots(Bridge.define(), node);
            weaver = new Weaver(slots);
        }
        return weaver;
    }

    private boolean isWoven(String name) {
        return isHooked(name) || (late && isHookedLate(name));
    }

    /** Where requests begin in a container whose hooks at the start have passed; woven on their path, so only then. */
    private static boolean isHookedLate(String name) {
        return switch (name) {
            case "io/undertow/server/protocol/http/HttpReadListener",
                    "io/undertow/server/protocol/http2/Http2ReceiveListener",
                    "io/undertow/server/protocol/ajp/AjpReadListener" -> true;
            default -> false;
        };
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
                    "io/undertow/server/protocol/ajp/AjpOpenListener",
                    "io/undertow/servlet/core/DeploymentManagerImpl" -> true;
            default -> false;
        };
    }
}
