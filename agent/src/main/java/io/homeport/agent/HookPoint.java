package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.List;

/**
 * One call woven into one method of one container class; all three are matched exactly.
 *
 * @param method name and descriptor, as in {@code start()V}
 * @param values the two objects that the call hands over; four for {@link Placement#ENTRY_SERVE}
 */
record HookPoint(String method, Placement placement, Hook hook, List<Value> values) {

    /** Where an object handed over comes from. */
    sealed interface Value permits Argument, FieldOfThis, MutableHeaders, Nothing {}

    /** A local variable of reference type: 0 is {@code this}, 1 the first argument. */
    record Argument(int slot) implements Value {}

    /** A field of {@code this}. */
    record FieldOfThis(String owner, String name, String descriptor) implements Value {}

    /** The headers of a Jetty 12 response in the form that can still be changed while it is committed. */
    record MutableHeaders() implements Value {}

    /** Null. */
    record Nothing() implements Value {}

    private static final Value THIS = new Argument(0);

    static HookPoint ofThis(String method, Placement placement, Hook hook) {
        return new HookPoint(method, placement, hook, List.of(THIS, THIS));
    }

    static HookPoint ofArguments(String method, Placement placement, Hook hook, int first, int second) {
        return new HookPoint(method, placement, hook, List.of(new Argument(first), new Argument(second)));
    }
}
