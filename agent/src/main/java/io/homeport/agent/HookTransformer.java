package io.homeport.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the handful of container classes that are woven, by exact name, and for servlets and filters. The weaver, and
 * all that the policy needs, loads only when one of them shows up.
 */
final class HookTransformer implements ClassFileTransformer {
    private final Instrumentation instrumentation;
    private final AgentNode node;
    private final boolean late;
    private final boolean limited;
    private final boolean pools;
    private final ServletClasses servlets = new ServletClasses();
    // Both guarded by this; made with the first hit.
    private @Nullable HookSlots slots;
    private @Nullable Weaver weaver;

    private HookTransformer(Instrumentation instrumentation, AgentNode node, boolean late) {
        this.instrumentation = instrumentation;
        this.node = node;
        this.late = late;
        this.limited = node.isLimited();
        this.pools = node.wantsPools();
    }

    static void install(Instrumentation instrumentation, AgentNode node) {
        HookTransformer transformer = new HookTransformer(instrumentation, node, false);
        instrumentation.addTransformer(transformer, true);
        // Classes from an ahead-of-time cache are there before any transformer sees them.
        Class<?>[] loaded = instrumentation.getAllLoadedClasses();
        List<Class<?>> hooks = transformer.hooksAmong(loaded);
        transformer.weaveEach(hooks.isEmpty() ? transformer.servletsAmong(loaded) : hooks);
        transformer.weaveEach(transformer.poolsAmong(loaded));
    }

    /** Comes into a JVM that runs; gives the names of the adapters that are at work now. */
    static List<String> installLate(Instrumentation instrumentation, AgentNode node) {
        HookTransformer transformer = new HookTransformer(instrumentation, node, true);
        instrumentation.addTransformer(transformer, true);
        Class<?>[] loaded = instrumentation.getAllLoadedClasses();
        List<Class<?>> hooks = transformer.hooksAmong(loaded);
        List<Class<?>> served = transformer.servletsAmong(loaded);
        transformer.weaveEach(transformer.poolsAmong(loaded));
        if (hooks.isEmpty() && served.isEmpty()) {
            return List.of();
        }
        // The hooks that would say so have passed; no request that is already woven may find the node otherwise.
        node.open();
        node.get().applicationStarted();
        transformer.weaveTogether(hooks);
        List<String> adapters = transformer.adapters();
        if (adapters.isEmpty() && !served.isEmpty()) {
            transformer.weaveEach(served);
            return List.of("the servlets that are loaded (servlet fallback)");
        }
        return adapters;
    }

    private List<Class<?>> hooksAmong(Class<?>[] loaded) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : loaded) {
            // Asked first because most are the JDK's own, and the name of a class is made when it is first asked for.
            if (type.getClassLoader() != null) {
                String name = type.getName().replace('.', '/');
                servlets.note(name);
                if (isWoven(name)) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    /** No container's, so they do not say that there is one. */
    private List<Class<?>> poolsAmong(Class<?>[] loaded) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : loaded) {
            if (pools && HookNames.containPool(type.getName().replace('.', '/'))) {
                found.add(type);
            }
        }
        return found;
    }

    private List<Class<?>> servletsAmong(Class<?>[] loaded) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : loaded) {
            if (servlets.isOne(type)) {
                found.add(type);
            }
        }
        return found;
    }

    /** At one stroke, so that no request is decided by one half of the hooks and committed without the other. */
    private void weaveTogether(List<Class<?>> loaded) {
        try {
            instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            weaveEach(loaded);
        }
    }

    private void weaveEach(List<Class<?>> loaded) {
        for (Class<?> type : loaded) {
            try {
                instrumentation.retransformClasses(type);
            } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
                StandardError.line(type.getName() + ": " + e + "; not hooked");
            }
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
        if (name == null) {
            return null;
        }
        servlets.note(name);
        if (loader == null || loader instanceof AdapterClassLoader) {
            return null;
        }
        boolean hooked = isWoven(name) || (pools && HookNames.containPool(name));
        if (!hooked && !servlets.mayHold(bytes)) {
            return null;
        }
        try {
            return hooked ? weaver().weave(loader, name, bytes) : weaver().weaveServlet(loader, name, bytes);
        } catch (Throwable e) {
            // Whatever it is, the class must load as if we were not there.
            StandardError.line(name.replace('/', '.') + ": " + e + "; not hooked");
            return null;
        }
    }

    private synchronized Weaver weaver() {
        if (weaver == null) {
            slots = new HookSlots(Bridge.define(), node, servlets);
            weaver = new Weaver(slots);
        }
        return weaver;
    }

    private boolean isWoven(String name) {
        return (late ? HookNames.containLate(name) : HookNames.contain(name))
                || (limited && HookNames.containLimited(name));
    }
}
