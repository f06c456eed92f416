package io.homeport.runtime;

import java.lang.reflect.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that Jetty, every version alike, keeps in memory: what its caches say of themselves is a statistic, which
 * drifts from the truth in some releases and cannot be gone through in any.
 */
public final class JettySessionMap {
    private static final String FIELD = "_sessions";

    private JettySessionMap() {}

    /** The map of a cache, null where that has none or the module system keeps it from us. */
    public static @Nullable Map<?, ?> of(Object cache) {
        for (Class<?> type = cache.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(FIELD);
                return field.trySetAccessible() && field.get(cache) instanceof Map<?, ?> map ? map : null;
            } catch (NoSuchFieldException | IllegalAccessException e) {
                // The next may have it.
            }
        }
        return null;
    }
}
