package io.homeport.runtime;

import io.homeport.Configuration;
import io.homeport.Faults;
import io.homeport.Meters;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.NodeReport;
import io.homeport.OperationSettings;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an operator has in hand besides questions: the hold file, the drain, the stop notice, the role's lock. */
final class Operations implements AutoCloseable {

    /** What operations work with. */
    record Surroundings(WebSockets webSockets, Meters meters, Faults faults, Consumer<String> log) {}

    private static final long FILE_SECONDS = 1;
    private static final long LEAVE_MILLIS = 1000;

    private final OperationSettings settings;
    private final Node node;
    private final Faults faults;
    private final Consumer<String> log;
    private final WebSockets webSockets;
    private final Outlets outlets;
    private final Drain drain;
    private final RoleLocks locks;
    // The fields below are guarded by this; null until opened, or where there is nothing of the kind.
    private @Nullable ScheduledExecutorService scheduler;
    private volatile @Nullable RoleKeeper keeper;
    private @Nullable StopSignal signal;
    // The application that started last; its database drivers are asked for.
    private volatile WeakReference<@Nullable ClassLoader> application = new WeakReference<>(null);

    Operations(Configuration configuration, Node node, Surroundings surroundings) {
        this.settings = configuration.operation();
        this.node = node;
        this.faults = surroundings.faults();
        this.log = surroundings.log();
        this.webSockets = surroundings.webSockets();
        this.outlets = new Outlets(surroundings.meters(), faults);
        this.drain = new Drain(node, webSockets, System::nanoTime);
        this.locks = new RoleLocks(configuration, () -> application.get());
    }

    synchronized void open(NodeService to, ScheduledExecutorService with) {
        scheduler = with;
        outlets.open(to, with);
        try {
            begin(with);
        } catch (RuntimeException | LinkageError e) {
            // A path that is none here, or a run-time image without java.sql.
            faults.report("operations", e);
        }
    }

    private void begin(ScheduledExecutorService with) {
        if (!settings.holdFile().isEmpty()) {
            watch(new HoldFile(Path.of(settings.holdFile()), node), with);
        }
        if (!settings.stopNotice().isZero()) {
            signal = StopSignal.install(new StopSignal.Plan(settings.stopNotice(), this::noticed, log));
        }
        if (!settings.roleLock().isEmpty()) {
            RoleKeeper made = locks.keeper(node, log, faults);
            keeper = made;
            made.start();
        }
    }

    /** Looks at once, so that a restart never takes new sessions beside a file that is there. */
    // The scheduler's end is the task's.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void watch(HoldFile file, ScheduledExecutorService with) {
        file.run();
        with.scheduleWithFixedDelay(file, FILE_SECONDS, FILE_SECONDS, TimeUnit.SECONDS);
    }

    /** A web application has started, on this thread. */
    synchronized void applicationStarted() {
        application = new WeakReference<>(Thread.currentThread().getContextClassLoader());
        outlets.applicationStarted();
    }

    /** SIGTERM has come, and the notice has begun. */
    private void noticed() {
        node.apply(NodeEvent.STOP);
        webSockets.closeAll(settings.stopNotice());
        node.connectionClosing().during(settings.stopNotice());
        leaveLock();
    }

    /** The JVM is on its way down. */
    void stopping() {
        node.apply(NodeEvent.STOP);
        leaveLock();
    }

    private void leaveLock() {
        RoleKeeper held = keeper;
        if (held != null) {
            held.leave(LEAVE_MILLIS);
        }
    }

    synchronized void drain(Drain.Wish wish) {
        if (scheduler != null) {
            drain.start(wish, scheduler);
        }
    }

    Outlets outlets() {
        return outlets;
    }

    @Nullable
    RoleKeeper keeper() {
        return keeper;
    }

    NodeReport.@Nullable Lock lock() {
        RoleKeeper asked = keeper;
        return asked == null ? null : asked.seen();
    }

    @Override
    public synchronized void close() {
        scheduler = null;
        if (keeper != null) {
            keeper.close();
            keeper = null;
        }
        if (signal != null) {
            signal.close();
            signal = null;
        }
        outlets.close();
    }
}
