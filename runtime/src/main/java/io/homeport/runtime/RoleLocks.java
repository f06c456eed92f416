package io.homeport.runtime;

import io.homeport.Configuration;
import io.homeport.Faults;
import io.homeport.Node;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the lock that {@code role.lock} names. */
final class RoleLocks {
    private static final String FILE = "file:";

    private final String url;
    private final LockHolder holder;
    private final Supplier<@Nullable ClassLoader> application;

    RoleLocks(Configuration configuration, Supplier<@Nullable ClassLoader> application) {
        this.url = configuration.operation().roleLock();
        this.application = application;
        this.holder = new LockHolder(
                configuration.node().id(),
                configuration.node().id() + "-" + UUID.randomUUID(),
                LockTimes.of(configuration.operation().lockLease()));
    }

    RoleKeeper keeper(Node node, Consumer<String> log, Faults faults) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("homeport-role"));
        thread.setRemoveOnCancelPolicy(true);
        // Shared with nothing: whatever else hangs, a name's look-up say, a holder that cannot renew ends in time.
        ScheduledThreadPoolExecutor clock =
                new ScheduledThreadPoolExecutor(1, DaemonThreads.named("homeport-role-end"));
        clock.setRemoveOnCancelPolicy(true);
        return new RoleKeeper(
                lock(),
                holder.times(),
                node,
                new RoleKeeper.Surroundings(thread, clock, System::nanoTime, log, faults));
    }

    private RoleLock lock() {
        if (url.startsWith(FILE)) {
            return new FileRoleLock(Path.of(url.substring(FILE.length())));
        }
        return url.startsWith("redis:")
                ? new RedisRoleLock(URI.create(url), holder)
                : new JdbcRoleLock(new Drivers(url, application), holder, System::nanoTime);
    }
}
