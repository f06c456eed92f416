package io.homeport.runtime;

import io.homeport.Faults;
import io.homeport.Meters;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the node shows itself besides its own listener: as a bean of the JVM, in the application's registry of meters, and on
 * Prometheus' page. Begins when an application has started, and then in the background: who is first to touch JMX or
 * logging settles more than is ours to settle.
 */
final class Outlets implements AutoCloseable {
    private static final long SOON_SECONDS = 1;
    private static final long BEAN_SECONDS = 10;
    private static final long METER_SECONDS = 60;

    private final Meters meters;
    private final Faults faults;
    // The fields below are guarded by this; null while there is nothing of the kind.
    private @Nullable ScheduledExecutorService scheduler;
    private @Nullable NodeService service;
    private @Nullable NodeBean bean;
    private @Nullable ApplicationMeters shared;
    private @Nullable MetricsPage page;
    private boolean started;

    Outlets(Meters meters, Faults faults) {
        this.meters = meters;
        this.faults = faults;
    }

    synchronized void open(NodeService to, ScheduledExecutorService with) {
        service = to;
        scheduler = with;
        if (started) {
            applicationStarted();
        }
    }

    synchronized void applicationStarted() {
        started = true;
        later(this::register, SOON_SECONDS);
        later(this::shareMeters, SOON_SECONDS);
    }

    // The scheduler's end is the task's.
    @SuppressWarnings("FutureReturnValueIgnored")
    private synchronized void later(Runnable work, long seconds) {
        if (scheduler != null && !scheduler.isShutdown()) {
            scheduler.schedule(work, seconds, TimeUnit.SECONDS);
        }
    }

    private synchronized void register() {
        if (service == null || bean != null) {
            return;
        }
        try {
            bean = NodeBean.register(service);
            if (bean == null) {
                later(this::register, BEAN_SECONDS);
            }
        } catch (Exception | LinkageError e) {
            // A run-time image made without java.management, or an MBean server that refuses.
            faults.report("jmx", e);
        }
    }

    /** Where Homeport came with the application, its loader is the application's: with the agent it sees no Micrometer. */
    private synchronized void shareMeters() {
        if (scheduler == null) {
            return;
        }
        try {
            if (shared == null) {
                shared = ApplicationMeters.of(Outlets.class.getClassLoader());
            }
            if (shared != null) {
                meters.describe(shared);
                later(this::shareMeters, METER_SECONDS);
            }
        } catch (RuntimeException | LinkageError e) {
            faults.report("metrics", e);
        }
    }

    /** Prometheus' page; made, and Micrometer loaded, when it is first asked for. */
    synchronized MetricsPage page() {
        if (page == null) {
            page = new MetricsPage(meters);
        }
        return page;
    }

    @Override
    public synchronized void close() {
        scheduler = null;
        service = null;
        try {
            if (bean != null) {
                bean.close();
            }
        } catch (Exception e) {
            faults.report("jmx", e);
        }
        try {
            if (shared != null) {
                shared.close();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            faults.report("metrics", e);
        }
        bean = null;
        shared = null;
    }
}
