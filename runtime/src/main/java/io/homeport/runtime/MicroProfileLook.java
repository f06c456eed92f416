package io.homeport.runtime;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Asks the application's {@code HealthCheck} beans with {@code @Readiness}, of MicroProfile Health, by way of its CDI. */
final class MicroProfileLook implements Look {
    /** A class that is there with every release that can be asked. */
    static final String MARKER = "org.eclipse.microprofile.health.Readiness$Literal";

    private static final String PACKAGE = "org.eclipse.microprofile.health.";
    private static final String[] CDI = {"jakarta.enterprise.inject.spi.CDI", "javax.enterprise.inject.spi.CDI"};

    private final Application application;
    // Written by one look at a time, which the rounds keep apart.
    private volatile boolean asked;

    MicroProfileLook(Application application) {
        this.application = application;
    }

    @Override
    public Seen look() throws Exception {
        @Nullable ClassLoader loader = application.loader();
        return loader == null ? Seen.GONE : Application.call(loader, () -> beans(loader));
    }

    private Seen beans(ClassLoader loader) throws ReflectiveOperationException {
        Iterable<?> beans;
        try {
            beans = readinessBeans(loader);
        } catch (InvocationTargetException e) {
            // The container says so by an exception while it is not there yet, or no more.
            return asked ? Seen.GONE : Seen.NOT_YET;
        }
        asked = true;
        int count = 0;
        StringJoiner down = new StringJoiner(", ", "DOWN: ", "").setEmptyValue("");
        for (Object bean : beans) {
            count++;
            String name = nameIfDown(bean, loader);
            if (name != null) {
                down.add(name);
            }
        }
        String words = down.toString();
        return count == 0 ? Seen.GONE : words.isEmpty() ? Seen.up(count + " up") : Seen.down(words);
    }

    private static Iterable<?> readinessBeans(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> cdi = Class.forName(ReadinessChecks.has(loader, CDI[0]) ? CDI[0] : CDI[1], false, loader);
        Object current = Application.callable(cdi, "current").invoke(null);
        Object annotations = Array.newInstance(Annotation.class, 1);
        Class<?> literal = Class.forName(MARKER, true, loader);
        Array.set(annotations, 0, literal.getField("INSTANCE").get(null));
        Class<?> check = Class.forName(PACKAGE + "HealthCheck", false, loader);
        return (Iterable<?>) Application.callable(cdi, "select", Class.class, Annotation[].class)
                .invoke(current, check, annotations);
    }

    /** The name of what the bean says is down; null where it is up. */
    private static @Nullable String nameIfDown(Object bean, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> check = Class.forName(PACKAGE + "HealthCheck", false, loader);
        @Nullable Object response = Application.callable(check, "call").invoke(bean);
        if (response == null) {
            return "no answer";
        }
        boolean up = "UP".equals(String.valueOf(Application.get(response, "getStatus")));
        return up ? null : String.valueOf(Application.get(response, "getName"));
    }
}
