package io.homeport.runtime;

import io.homeport.CheckSettings;
import io.homeport.CheckTarget;
import io.homeport.Faults;
import io.homeport.Node;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The readiness checks of a node: those of its configuration, and those that its applications bring. They run in the
 * background; where there is none, nothing is loaded or started for them. Thread-safe.
 */
public final class ReadinessChecks {
    private static final int LONGEST_NAME = 29;

    private final List<CheckSettings> configured;
    private final Node node;
    private final Faults faults;
    // All guarded by this; null until there is something to look at.
    private @Nullable LookSources sources;
    private @Nullable CheckRunner runner;
    private @Nullable ScheduledThreadPoolExecutor clock;
    private boolean closed;

    ReadinessChecks(List<CheckSettings> configured, Node node, Faults faults) {
        this.configured = configured;
        this.node = node;
        this.faults = faults;
    }

    /** Begins with the checks of the configuration. */
    synchronized void open(@Nullable ScheduledThreadPoolExecutor shared) {
        clock = shared;
        for (CheckSettings check : configured) {
            if (!(check.target() instanceof CheckTarget.OfApplication)) {
                runner().start(check, Looks.of(check, sources()));
            }
        }
    }

    private LookSources sources() {
        if (sources == null) {
            sources = new LookSources(node);
        }
        return sources;
    }

    private CheckRunner runner() {
        if (runner == null) {
            runner = new CheckRunner(node.checks(), faults, clock);
        }
        return runner;
    }

    /**
     * Notes a web application that has started, once; nothing here keeps it alive, and what goes wrong is reported.
     *
     * @param attributes those of its servlet context; asked now and not later
     */
    public void application(Function<String, @Nullable Object> attributes, ClassLoader loader) {
        try {
            note(attributes, loader);
        } catch (RuntimeException | LinkageError e) {
            faults.report("checks", e);
        }
    }

    /**
     * The same for a container whose servlet types are not the same in all its releases.
     *
     * @param owner what gives the servlet context by {@code getServletContext()}; without that it has no attributes
     * @param loader null for that of the thread
     */
    public void applicationOf(Object owner, @Nullable ClassLoader loader) {
        ClassLoader known = loader == null ? Thread.currentThread().getContextClassLoader() : loader;
        if (known != null) {
            application(name -> Application.attribute(owner, name), known);
        }
    }

    private synchronized void note(Function<String, @Nullable Object> attributes, ClassLoader loader) {
        boolean spring = has(loader, SpringContext.MARKER);
        boolean actuator = spring && ActuatorLook.isPossible(loader);
        boolean microProfile = has(loader, MicroProfileLook.MARKER);
        if (closed || (configured.isEmpty() && !actuator && !microProfile)) {
            return;
        }
        Application application = new Application(loader, spring ? attributes.apply(SpringContext.ROOT) : null);
        sources().add(application);
        if (actuator && application.spring() != null) {
            bring("actuator", new ActuatorLook(application));
        }
        if (microProfile) {
            bring("microprofile", new MicroProfileLook(application));
        }
    }

    /** Notes a connection pool that has been made; it is held weakly. */
    public synchronized void pool(Object pool) {
        sources().addPool(pool);
    }

    /**
     * Runs a check that an application brings, until this node is closed.
     *
     * @param name what may be in the name of a check is taken of it
     * @param loader what its thread's context loader is meanwhile
     * @param look says in words what it saw; throws where that is bad
     */
    public synchronized void add(String name, ClassLoader loader, Callable<String> look) {
        if (!closed) {
            bring(name, () -> Seen.up(Application.call(loader, look)));
        }
    }

    // The caller holds the lock.
    private void bring(String name, Look look) {
        String wanted = fit(name);
        CheckSettings settings = settings(wanted);
        if (settings.isOff()) {
            return;
        }
        String free = wanted;
        for (int i = 2; runner().runs(free); i++) {
            free = wanted + "-" + i;
        }
        CheckSettings check = settings.named(free);
        node.checks().add(check);
        runner().start(check, look);
    }

    private CheckSettings settings(String name) {
        for (CheckSettings check : configured) {
            if (check.name().equals(name) && check.target() instanceof CheckTarget.OfApplication) {
                return check;
            }
        }
        return CheckSettings.ofApplication(name);
    }

    /** The name as one of a check; what is in it besides becomes an underscore, and a number may follow. */
    private static String fit(String name) {
        String fit = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return fit.isEmpty() ? "check" : fit.substring(0, Math.min(fit.length(), LONGEST_NAME));
    }

    /** Whether a class of that name can be loaded there. */
    static boolean has(ClassLoader loader, String type) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    synchronized void close() {
        closed = true;
        if (runner != null) {
            runner.close();
        }
    }
}
