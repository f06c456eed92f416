package io.homeport.agent;

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
        BiFunction<Object, Object, Object> function = function();
        slots.put(slot, function);
        return function.apply(a, b);
    }

    private BiFunction<Object, Object, Object> function() {
        try {
            BiFunction<Object, Object, Object> function = source.adapter().function(hook);
            slots.stopFallback();
            return function;
        } catch (RuntimeException | LinkageError e) {
            StandardError.line(source.container() + " " + hook + ": " + e + "; not active there");
            return (a, b) -> null;
        }
    }
}
