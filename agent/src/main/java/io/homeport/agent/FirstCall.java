package io.homeport.agent;

import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.Hook;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Stands in a slot until its first call, then puts the adapter's own function there. */
final class FirstCall implements BiFunction<Object, Object, @Nullable Object> {
    private final HookSlots slots;
    private final int slot;
    private final AdapterSource source;
    private final Hook hook;

    FirstCall(HookSlots slots, int slot, AdapterSource source, Hook hook) {
        this.slots = slots;
        this.slot = slot;
        this.source = source;
        this.hook = hook;
    }

    @Override
    public @Nullable Object apply(Object a, Object b) {
        if (isEarly()) {
            return null;
        }
        prepare();
        return slots.function(slot).apply(a, b);
    }

    /** Whether the hook only follows others, none of which has been called yet; containers' namesakes have some of these. */
    private boolean isEarly() {
        return hook.follows() && source.made() == null;
    }

    /** Puts the adapter's function there; gives the adapter's name, null where there is none. */
    @Nullable
    String prepare() {
        if (isEarly()) {
            return null;
        }
        try {
            ContainerAdapter adapter = source.adapter();
            slots.put(slot, adapter.function(hook));
            slots.stopFallback();
            return adapter.name();
        } catch (RuntimeException | LinkageError e) {
            StandardError.line(source.container() + " " + hook + ": " + e + "; not active there");
            slots.put(slot, (a, b) -> null);
            return null;
        }
    }
}
