package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.function.BiFunction;

/**
 * What servlets and filters call. All of a JVM share the last slots of the bridge, one a hook, so that web applications may
 * come and go; the slots are emptied for good once a container with an adapter of its own is at work.
 */
final class ServletFallback {
    /** How many slots of the bridge are taken. */
    static final int SLOTS = 3;

    private final BiFunction<Object, Object, Object>[] functions;
    private final AgentNode node;
    private final ServletClasses classes;
    // Guarded by this.
    private boolean stopped;

    ServletFallback(BiFunction<Object, Object, Object>[] functions, AgentNode node, ServletClasses classes) {
        this.functions = functions;
        this.node = node;
        this.classes = classes;
    }

    /** The slot of a hook. */
    synchronized int slot(Hook hook) {
        int slot = functions.length
                - switch (hook) {
                    case SERVICE -> 1;
                    case STARTING -> 2;
                    case STARTED -> 3;
                    default -> throw new IllegalArgumentException("servlets have no " + hook);
                };
        if (functions[slot] == null && !stopped) {
            functions[slot] = function(hook);
        }
        return slot;
    }

    private BiFunction<Object, Object, Object> function(Hook hook) {
        return hook == Hook.SERVICE ? new ServletCalls(node) : new ServletStart(node, hook);
    }

    synchronized void stop() {
        stopped = true;
        classes.stop();
        for (int i = 1; i <= SLOTS; i++) {
            functions[functions.length - i] = null;
        }
    }
}
