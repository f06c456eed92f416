package io.homeport.agent;

import io.homeport.runtime.Hook;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * One call woven into one method of one container class; all three are matched exactly.
 *
 * @param method name and descriptor, as in {@code start()V}; or a name alone, for all methods of that name, where the
 *     descriptor has a servlet type in it
 * @param values where the objects come from that the call hands over: two, four for {@link Placement#ENTRY_SERVE}
 * @param isNeeded false where releases may lack the method
 */
record HookPoint(String method, Placement placement, Hook hook, List<Value> values, boolean isNeeded) {

    /** Where an object handed over comes from. */
    sealed interface Value permits Argument, FieldOfThis, MutableHeaders, Passed, Nothing {}

    /** A local variable of reference type: 0 is {@code this}, 1 the first argument. */
    record Argument(int slot) implements Value {}

    /** A field of {@code this}. */
    record FieldOfThis(String owner, String name, String descriptor) implements Value {}

    /** The headers of a Jetty 12 response in the form that can still be changed while it is committed. */
    record MutableHeaders() implements Value {}

    /** The two arguments that the method itself passes to another. */
    record Passed(String owner, String name, String descriptor) implements Value {}

    /** Null. */
    record Nothing() implements Value {}

    private static final Value THIS = new Argument(0);

    HookPoint(String method, Placement placement, Hook hook, List<Value> values) {
        this(method, placement, hook, values, true);
    }

    /** The same where releases may lack the method. */
    HookPoint ifThere() {
        return new HookPoint(method, placement, hook, values, false);
    }

    /** Whether the method is that one; asked of every method of a class, so it puts nothing together. */
    boolean isMethod(String name, String descriptor) {
        if (method.length() == name.length()) {
            return method.equals(name);
        }
        return method.length() == name.length() + descriptor.length()
                && method.startsWith(name)
                && method.endsWith(descriptor);
    }

    static HookPoint ofThis(String method, Placement placement, Hook hook) {
        return new HookPoint(method, placement, hook, List.of(THIS, THIS));
    }

    static HookPoint ofArguments(String method, Placement placement, Hook hook, int first, int second) {
        return new HookPoint(method, placement, hook, List.of(new Argument(first), new Argument(second)));
    }

    /** Whether the method of that access has what is handed over: a static one is no servlet's or filter's. */
    boolean fits(int access) {
        return placement != Placement.ENTRY_SERVE || (access & Opcodes.ACC_STATIC) == 0;
    }
}
