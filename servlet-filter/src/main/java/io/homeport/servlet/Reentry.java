package io.homeport.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a woven method can be called again from outside. It cannot where an override that is not woven itself, such as a
 * hidden class's, has called it as its {@code super}: the call would run what that override has done already once more.
 */
final class Reentry {
    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    // Which override an object has never changes, so one look for each class is enough.
    private final ClassValue<Boolean> servlets;
    private final ClassValue<Boolean> filters;

    /** @param bridge the class that the woven method calls */
    Reentry(String bridge) {
        servlets = new Overrides(bridge);
        filters = new Overrides(bridge);
    }

    boolean isPossible(Object target, @Nullable FilterChain chain) {
        return chain == null
                ? target instanceof Servlet && servlets.get(target.getClass())
                : target instanceof Filter && filters.get(target.getClass());
    }

    private static final class Overrides extends ClassValue<Boolean> {
        private final String bridge;

        Overrides(String bridge) {
            this.bridge = bridge;
        }

        @Override
        protected Boolean computeValue(Class<?> type) {
            return WALKER.walk(frames -> isOutermost(frames, type));
        }

        private boolean isOutermost(Stream<StackFrame> frames, Class<?> type) {
            Iterator<StackFrame> below = frames.dropWhile(frame -> !isBridge(frame))
                    .dropWhile(this::isBridge)
                    .iterator();
            if (!below.hasNext()) {
                return false;
            }
            StackFrame woven = below.next();
            return !below.hasNext() || !isOverride(below.next(), woven, type);
        }

        private boolean isBridge(StackFrame frame) {
            return frame.getClassName().equals(bridge);
        }

        private static boolean isOverride(StackFrame caller, StackFrame woven, Class<?> type) {
            Class<?> declaring = caller.getDeclaringClass();
            return caller.getMethodName().equals(woven.getMethodName())
                    && caller.getDescriptor().equals(woven.getDescriptor())
                    && declaring != woven.getDeclaringClass()
                    && declaring.isAssignableFrom(type);
        }
    }
}
