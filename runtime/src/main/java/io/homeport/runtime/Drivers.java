package io.homeport.runtime;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the driver of a database where the application has it: {@code DriverManager} would show us none, for it asks
 * whether our own loader sees a driver.
 */
final class Drivers {
    private final String url;
    private final Supplier<@Nullable ClassLoader> application;
    // Found once; of one thread.
    private @Nullable Driver found;
    // What the last one that could not be had says; of one thread.
    private @Nullable Throwable refused;

    /** @param application the loader of the application, null for none known */
    Drivers(String url, Supplier<@Nullable ClassLoader> application) {
        this.url = url;
        this.application = application;
    }

    Connection connect() throws SQLException {
        if (found == null) {
            found = find();
        }
        Connection connection = found.connect(url, new Properties());
        if (connection == null) {
            throw new SQLException("the driver does not take the URL");
        }
        return connection;
    }

    private Driver find() throws SQLException {
        for (ClassLoader loader : loaders()) {
            Driver driver = in(loader);
            if (driver != null) {
                return driver;
            }
        }
        throw new SQLException("no driver in this JVM takes the URL", refused);
    }

    private Set<ClassLoader> loaders() {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        loaders.add(application.get());
        loaders.add(Drivers.class.getClassLoader());
        loaders.add(ClassLoader.getSystemClassLoader());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            loaders.add(thread.getContextClassLoader());
        }
        loaders.remove(null);
        return loaders;
    }

    /** One driver that cannot be had hides no other. */
    private @Nullable Driver in(ClassLoader loader) {
        for (Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator(); ; ) {
            try {
                if (!drivers.hasNext()) {
                    return null;
                }
                Driver driver = drivers.next();
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            } catch (ServiceConfigurationError | SQLException e) {
                refused = e;
            }
        }
    }
}
