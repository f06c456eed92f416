package io.homeport.servlet;

import io.homeport.runtime.HomeportNode;
import jakarta.servlet.ServletContext;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/** Tells a node of what its web application brings for its readiness. */
final class ApplicationChecks {
    private final HomeportNode node;
    private final ClassLoader loader;

    ApplicationChecks(HomeportNode node, ServletContext context) {
        this.node = node;
        this.loader = context.getClassLoader();
    }

    void find(ServletContext context) {
        node.readiness().application(context::getAttribute, loader);
        Iterator<ReadinessCheck> checks =
                ServiceLoader.load(ReadinessCheck.class, loader).iterator();
        while (isNextThere(checks)) {
            addNext(checks);
        }
    }

    private boolean isNextThere(Iterator<ReadinessCheck> checks) {
        try {
            return checks.hasNext();
        } catch (ServiceConfigurationError e) {
            node.homeport().report("checks", e);
            return false;
        }
    }

    /** One that cannot be made leaves the others alone. */
    private void addNext(Iterator<ReadinessCheck> checks) {
        try {
            ReadinessCheck check = checks.next();
            node.readiness().add(check.name(), loader, run(check));
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            node.homeport().report("checks", e);
        }
    }

    private static Callable<String> run(ReadinessCheck check) {
        return () -> {
            check.check();
            return "passed";
        };
    }
}
