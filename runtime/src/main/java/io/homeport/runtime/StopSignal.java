package io.homeport.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a notice before what SIGTERM did so far, which is then done all the same. The signal's classes belong to the module
 * {@code jdk.unsupported}, which a run-time image need not have, so they are called by reflection.
 */
final class StopSignal implements AutoCloseable {
    private static final String NAME = "TERM";
    /** What a JVM that SIGTERM has ended exits with. */
    private static final int EXIT = 128 + 15;

    /**
     * What is done when.
     *
     * @param notice how long the node goes on after the signal
     * @param begins runs at the first signal
     */
    record Plan(Duration notice, Runnable begins, Consumer<String> log) {}

    private final Plan plan;
    private final Method handle;
    private final Object signal;
    private final Object handler;
    private final AtomicInteger seen = new AtomicInteger();
    // Set once the handler is installed.
    private volatile @Nullable Object previous;

    private StopSignal(Plan plan) throws ReflectiveOperationException {
        this.plan = plan;
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        this.handle = type.getMethod("handle", Class.forName("sun.misc.Signal"));
        this.signal =
                Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(NAME);
        this.handler = Proxy.newProxyInstance(
                StopSignal.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> called(proxy, method, arguments));
    }

    /** Installs the handler; where that cannot be, says so and returns null: the shutdown hook alone is left. */
    static @Nullable StopSignal install(Plan plan) {
        try {
            StopSignal stop = new StopSignal(plan);
            stop.previous = stop.set(stop.handler);
            return stop;
        } catch (InvocationTargetException e) {
            // -Xrs leaves signals to the operating system.
            plan.log().accept("stop.notice: SIGTERM cannot be handled (" + e.getCause() + "); stopping without notice");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            plan.log().accept("stop.notice: SIGTERM cannot be handled (" + e + "); stopping without notice");
        }
        return null;
    }

    private Object set(Object which) throws ReflectiveOperationException {
        Class<?> type = signal.getClass();
        return type.getMethod("handle", type, handle.getDeclaringClass()).invoke(null, signal, which);
    }

    private @Nullable Object called(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "handle" -> {
                signalled();
                yield null;
            }
            case "equals" -> arguments != null && arguments[0] == proxy;
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Homeport's handler of SIG" + NAME;
        };
    }

    private void signalled() {
        if (seen.incrementAndGet() > 1) {
            plan.log().accept("SIGTERM again: stopping now");
            handOver();
            return;
        }
        plan.log().accept("SIGTERM: stopping in " + plan.notice().toMillis() + " ms");
        try {
            plan.begins().run();
        } finally {
            endLater();
        }
    }

    /** On a thread of its own: nothing that may hang elsewhere, a look-up of a name say, can put the stop off. */
    private void endLater() {
        DaemonThreads.named("homeport-stop").newThread(this::endAfterNotice).start();
    }

    private void endAfterNotice() {
        long end = System.nanoTime() + plan.notice().toNanos();
        long left = plan.notice().toNanos();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
        handOver();
    }

    private void handOver() {
        try {
            handle.invoke(previous, signal);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The operating system's own handler cannot be called; it would have ended the JVM.
            Runtime.getRuntime().exit(EXIT);
        }
    }

    /** Puts the handler of before back, unless another has come since. */
    @Override
    public void close() {
        Object before = previous;
        if (before == null || seen.get() > 0) {
            return;
        }
        try {
            Object current = set(before);
            if (current != handler) {
                set(current);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            plan.log().accept("stop.notice: " + e);
        }
    }
}
