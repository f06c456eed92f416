package io.homeport.runtime;

import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Asks the health endpoint of Spring Boot's Actuator, as its own page does: the group {@code readiness} where there is one,
 * else everything. By reflection, because the classes have moved from release to release.
 */
final class ActuatorLook implements Look {
    private static final String[] ENDPOINTS = {
        "org.springframework.boot.health.actuate.endpoint.HealthEndpoint",
        "org.springframework.boot.actuate.health.HealthEndpoint"
    };

    private final Application application;
    // Written by one look at a time, which the rounds keep apart.
    private volatile boolean seenRunning;

    ActuatorLook(Application application) {
        this.application = application;
    }

    /** Whether the classes of an Actuator are there. */
    static boolean isPossible(ClassLoader loader) {
        return ReadinessChecks.has(loader, ENDPOINTS[0]) || ReadinessChecks.has(loader, ENDPOINTS[1]);
    }

    @Override
    public Seen look() throws Exception {
        @Nullable SpringContext spring = application.spring();
        @Nullable ClassLoader loader = application.loader();
        if (spring == null || loader == null || (seenRunning && !spring.isActive())) {
            return Seen.GONE;
        }
        if (!spring.isRunning()) {
            return Seen.NOT_YET;
        }
        seenRunning = true;
        return Application.call(loader, () -> asked(spring, loader));
    }

    private static Seen asked(SpringContext spring, ClassLoader loader) throws ReflectiveOperationException {
        for (String name : ENDPOINTS) {
            if (ReadinessChecks.has(loader, name)) {
                for (Object endpoint : spring.beans(Class.forName(name, false, loader))) {
                    return judged(health(endpoint));
                }
            }
        }
        return Seen.GONE;
    }

    private static @Nullable Object health(Object endpoint) throws ReflectiveOperationException {
        try {
            Object group = Application.callable(endpoint.getClass(), "healthForPath", String[].class)
                    .invoke(endpoint, (Object) new String[] {"readiness"});
            if (group != null) {
                return group;
            }
        } catch (NoSuchMethodException e) {
            // Boot 2.1 and before have no groups.
        }
        return Application.get(endpoint, "health");
    }

    private static Seen judged(@Nullable Object health) throws ReflectiveOperationException {
        if (health == null) {
            return Seen.GONE;
        }
        String status = status(health);
        return isDown(status) ? Seen.down(status + down(health)) : Seen.up(status);
    }

    private static String status(Object health) throws ReflectiveOperationException {
        return String.valueOf(Application.get(health, "getStatus"));
    }

    /** Those for which Boot's own page answers 503. */
    private static boolean isDown(String status) {
        return status.equals("DOWN") || status.equals("OUT_OF_SERVICE");
    }

    /** The components that are down. */
    private static String down(Object health) throws ReflectiveOperationException {
        StringJoiner names = new StringJoiner(", ", ": ", "").setEmptyValue("");
        if (components(health) instanceof Map<?, ?> components) {
            for (Map.Entry<?, ?> component : components.entrySet()) {
                if (component.getValue() != null && isDown(status(component.getValue()))) {
                    names.add(String.valueOf(component.getKey()));
                }
            }
        }
        return names.toString();
    }

    private static @Nullable Object components(Object health) throws ReflectiveOperationException {
        try {
            return Application.get(health, "getComponents");
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
