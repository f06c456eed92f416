package io.homeport.runtime;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A web application that checks may ask; held weakly, so that it can go. */
final class Application {
    private final WeakReference<ClassLoader> loader;
    // Refers to nothing where the application has no Spring.
    private final WeakReference<Object> spring;

    /** @param spring the root context, if there is one */
    Application(ClassLoader loader, @Nullable Object spring) {
        this.loader = new WeakReference<>(loader);
        this.spring = new WeakReference<>(spring);
    }

    @Nullable
    ClassLoader loader() {
        return loader.get();
    }

    /** The root context of its Spring, null where there is none, or none any more. */
    @Nullable
    SpringContext spring() {
        Object context = spring.get();
        return context == null ? null : new SpringContext(context);
    }

    /** Calls on its behalf: what it calls finds the application by the thread's context loader. */
    static <T> T call(@Nullable ClassLoader loader, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What a method without arguments gives back; classes of the application's own need not be public. */
    static @Nullable Object get(Object target, String method) throws ReflectiveOperationException {
        return callable(target.getClass(), method).invoke(target);
    }

    /** An attribute of the servlet context that the container's own object has, if it has one. */
    static @Nullable Object attribute(Object owner, String name) {
        try {
            Object context = get(owner, "getServletContext");
            return context == null
                    ? null
                    : callable(context.getClass(), "getAttribute", String.class).invoke(context, name);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Method callable(Class<?> type, String method, Class<?>... parameters) throws NoSuchMethodException {
        Method found = type.getMethod(method, parameters);
        found.trySetAccessible();
        return found;
    }
}
