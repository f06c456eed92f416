package io.homeport.runtime;

import io.homeport.Meters;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The meters in the registry of the application that brings Homeport as its filter, where it has Micrometer. By reflection:
 * the copy that Homeport itself carries is another one, by another name.
 */
final class ApplicationMeters implements Meters.Sink, AutoCloseable {
    /** In pieces, for what renames our own copy would rename this too. */
    private static final String PACKAGE = String.join(".", "io", "micrometer", "core", "instrument") + ".";

    private final Object registry;
    private final Class<?> registryType;
    private final ClassLoader loader;
    private final List<Object> registered = new ArrayList<>();
    private final Set<Meters.Name> known = new HashSet<>();

    private ApplicationMeters(ClassLoader loader) throws ReflectiveOperationException {
        this.loader = loader;
        this.registryType = type("MeterRegistry");
        this.registry = Objects.requireNonNull(
                type("Metrics").getField("globalRegistry").get(null));
    }

    /** The registry that is seen by the loader, null where it sees none. */
    static @Nullable ApplicationMeters of(ClassLoader loader) {
        try {
            return new ApplicationMeters(loader);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, true, loader);
    }

    @Override
    public void gauge(String name, List<Meters.Label> labels, DoubleSupplier value) {
        Supplier<Number> number = value::getAsDouble;
        add(
                name,
                labels,
                () -> type("Gauge")
                        .getMethod("builder", String.class, Supplier.class)
                        .invoke(null, name, number));
    }

    @Override
    public void counter(String name, List<Meters.Label> labels, DoubleSupplier value) {
        ToDoubleFunction<Object> count = held -> value.getAsDouble();
        add(
                name,
                labels,
                () -> type("FunctionCounter")
                        .getMethod("builder", String.class, Object.class, ToDoubleFunction.class)
                        .invoke(null, name, this, count));
    }

    private interface Making {
        @Nullable
        Object builder() throws ReflectiveOperationException;
    }

    private void add(String name, List<Meters.Label> labels, Making making) {
        if (!known.add(new Meters.Name(name, labels))) {
            return;
        }
        try {
            Object builder = Objects.requireNonNull(making.builder());
            builder.getClass().getMethod("description", String.class).invoke(builder, Meters.description(name));
            Method tag = builder.getClass().getMethod("tag", String.class, String.class);
            for (Meters.Label label : labels) {
                tag.invoke(builder, label.name(), label.value());
            }
            Object meter =
                    builder.getClass().getMethod("register", registryType).invoke(builder, registry);
            registered.add(Objects.requireNonNull(meter));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Takes the meters back: the registry may live longer than the application. */
    @Override
    public void close() throws ReflectiveOperationException {
        Method remove = registryType.getMethod("remove", type("Meter"));
        for (Object meter : registered) {
            remove.invoke(registry, meter);
        }
        registered.clear();
    }
}
