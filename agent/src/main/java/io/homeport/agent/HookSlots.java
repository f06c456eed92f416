package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.function.BiFunction;

/** Gives each hook of each container its place in the bridge's array. */
final class HookSlots {
    private final BiFunction<Object, Object, Object>[] functions;
    private final AgentNode node;
    private final ServletFallback fallback;
    // All guarded by this. The loaders are the containers' own; a map's values would pin its keys, so these hold none.
    private final Map<ClassLoader, List<AdapterSource>> sources = new WeakHashMap<>();
    private final Map<Container, AdaptersMade> made = new EnumMap<>(Container.class);
    private int next;
    // One for all pools of the JVM, so that applications may come and go; negative until one is woven.
    private int poolSlot = -1;

    HookSlots(BiFunction<Object, Object, Object>[] functions, AgentNode node, ServletClasses servlets) {
        this.functions = functions;
        this.node = node;
        this.fallback = new ServletFallback(functions, node, servlets);
    }

    /** A container's own adapter is at work. */
    void stopFallback() {
        fallback.stop();
    }

    /** Puts the adapter's function in the place of the one that made the adapter. */
    void put(int slot, BiFunction<Object, Object, Object> function) {
        functions[slot] = function;
    }

    BiFunction<Object, Object, Object> function(int slot) {
        return functions[slot];
    }

    /** The slot of a hook; the adapter behind it is made with the first call, when the container's classes are there. */
    synchronized int slot(ClassLoader loader, Container container, Hook hook) {
        if (container == Container.SERVLETS_JAKARTA || container == Container.SERVLETS_JAVAX) {
            return fallback.slot(hook);
        }
        if (container == Container.WEBSOCKETS) {
            return webSocketSlot();
        }
        if (container.isOfPools() && poolSlot >= 0) {
            return poolSlot;
        }
        if (next == webSocketSlot()) {
            throw new IllegalStateException("more than " + next + " hooks in one JVM");
        }
        int slot = next++;
        if (container.isOfPools()) {
            poolSlot = slot;
            functions[slot] = new PoolsSeen(node);
            return slot;
        }
        functions[slot] = new FirstCall(this, slot, source(loader, container), hook);
        return slot;
    }

    /** One for all of them. */
    private int webSocketSlot() {
        int slot = functions.length - ServletFallback.SLOTS - 1;
        if (functions[slot] == null) {
            functions[slot] = new WebSocketMade(node);
        }
        return slot;
    }

    /** Makes what stands in the slots so far without waiting for a call, and gives the names of the adapters. */
    List<String> adapters() {
        List<FirstCall> waiting = new ArrayList<>();
        synchronized (this) {
            for (int i = 0; i < next; i++) {
                if (functions[i] instanceof FirstCall call) {
                    waiting.add(call);
                }
            }
        }
        // Outside the lock, since classes are loaded.
        Set<String> names = new TreeSet<>();
        for (FirstCall call : waiting) {
            String name = call.prepare();
            if (name != null) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private AdapterSource source(ClassLoader loader, Container container) {
        List<AdapterSource> known = sources.get(loader);
        if (known == null) {
            known = new ArrayList<>();
            sources.put(loader, known);
        }
        for (AdapterSource source : known) {
            if (source.container() == container) {
                return source;
            }
        }
        AdapterSource source =
                new AdapterSource(loader, made.computeIfAbsent(container, key -> new AdaptersMade(container, node)));
        known.add(source);
        return source;
    }
}
