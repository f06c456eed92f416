package io.homeport.runtime;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes a connection of the pool of that name: one that was seen when it was made, or a bean of an application's Spring. */
final class PoolLook implements Look {
    private final String name;
    private final int seconds;
    private final LookSources sources;

    PoolLook(String name, int seconds, LookSources sources) {
        this.name = name;
        this.seconds = seconds;
        this.sources = sources;
    }

    @Override
    public Seen look() throws Exception {
        if (sources.node().isStarting()) {
            // A pool that is still being set up must not be made to begin.
            return Seen.NOT_YET;
        }
        Set<String> others = new TreeSet<>();
        for (Object pool : pools()) {
            String called = name(pool);
            if (name.equals(called)) {
                return Application.call(
                        pool.getClass().getClassLoader(), () -> Databases.seen(connection(pool), seconds));
            }
            if (called != null) {
                others.add(called);
            }
        }
        return Seen.down("no pool of that name" + (others.isEmpty() ? "" : ", but " + String.join(", ", others)));
    }

    private List<Object> pools() throws ReflectiveOperationException {
        List<Object> pools = new ArrayList<>(sources.pools());
        for (Application application : sources.applications()) {
            @Nullable SpringContext spring = application.spring();
            if (spring != null && spring.isRunning()) {
                pools.addAll(spring.beans(DataSource.class));
            }
        }
        pools.removeIf(PoolLook::isClosed);
        return pools;
    }

    /** One that was closed would be opened again by some pools. */
    private static boolean isClosed(Object pool) {
        return Boolean.TRUE.equals(answer(pool, "isClosed"));
    }

    /** HikariCP's name for it, or Tomcat's; null for other data sources. */
    private static @Nullable String name(Object pool) {
        Object called = answer(pool, "getPoolName");
        return (called == null ? answer(pool, "getName") : called) instanceof String text ? text : null;
    }

    private static @Nullable Object answer(Object pool, String method) {
        try {
            return Application.get(pool, method);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private static Connection connection(Object pool) throws Exception {
        try {
            return pool instanceof DataSource database
                    ? database.getConnection()
                    : (Connection) Application.callable(pool.getClass(), "getConnection")
                            .invoke(pool);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
