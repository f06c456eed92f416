package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.Configuration;
import io.homeport.Faults;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.NodeRole;
import io.homeport.Source;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A keeper and a lock that does what it is told. */
@Timeout(30)
final class RoleKeeperTest {
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    private final Told lock = new Told();
    private final Node node = new Node(configuration(), log::add);
    private final RoleKeeper keeper = new RoleKeeper(
            lock,
            new LockTimes(300),
            node,
            new RoleKeeper.Surroundings(
                    thread, clock, System::nanoTime, log::add, new Faults(InstantSource.system(), log::add)));

    @AfterEach
    void end() {
        lock.hangs.countDown();
        keeper.close();
        clock.shutdownNow();
    }

    @Test
    void theHolderIsPrimaryAndOneThatHasLostTheLockIsNone() throws Exception {
        begin();
        line("role.lock: held, fence 7");
        line("node node1: backup -> active");
        lock.fence = RoleLock.NOT_HELD;
        line("role.lock: held by another instance");
        line("node node1: active -> backup");
    }

    @Test
    void anInstanceThatHasNotStartedAsksForNothing() throws Exception {
        keeper.start();
        thread.submit(() -> {}).get();

        assertThat(lock.asked).hasValue(0);
        assertThat(node.role()).isEqualTo(NodeRole.BACKUP);
    }

    @Test
    void aHolderThatCannotRenewMakesItselfABackup() throws Exception {
        begin();
        line("node node1: backup -> active");
        lock.broken = true;
        line("role.lock: cannot be renewed");
        line("node node1: active -> backup");
        lock.broken = false;
        line("node node1: backup -> active");
    }

    @Test
    void aHolderWhoseEngineHangsMakesItselfABackup() throws Exception {
        begin();
        line("node node1: backup -> active");
        lock.hanging = true;
        line("role.lock: cannot be renewed");
        line("node node1: active -> backup");
    }

    @Test
    void aDemotionLeavesTheLockToOthersForAWhile() throws Exception {
        begin();
        line("node node1: backup -> active");

        keeper.standBack();

        assertThat(node.role()).isEqualTo(NodeRole.BACKUP);
        assertThat(lock.released).hasValue(1);
        line("role.lock: held, fence 7");
    }

    @Test
    void anInstanceThatStopsGivesTheLockUp() throws Exception {
        begin();
        line("node node1: backup -> active");
        node.apply(NodeEvent.STOP);
        line("role.lock: given up, stopping");
        line("node node1: backup, stopping");
    }

    private void begin() {
        node.apply(NodeEvent.APPLICATION_STARTED);
        keeper.start();
    }

    private void line(String expected) throws InterruptedException {
        String line = "";
        while (line != null && !line.equals(expected)) {
            line = log.poll(10, TimeUnit.SECONDS);
        }
        assertThat(line).isEqualTo(expected);
    }

    private static Configuration configuration() {
        Map<String, String> values = Map.of("node.id", "node1", "role.lock", "file:/none");
        return Objects.requireNonNull(
                Configuration.read(List.of(new Source("test", values)), "host").configuration());
    }

    private static final class Told implements RoleLock {
        private final CountDownLatch hangs = new CountDownLatch(1);
        private volatile long fence = 7;
        private volatile boolean broken;
        private volatile boolean hanging;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger released = new AtomicInteger();

        @Override
        public long hold() throws IOException {
            asked.incrementAndGet();
            if (broken) {
                throw new IOException("broken");
            }
            if (hanging) {
                try {
                    hangs.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            return fence;
        }

        @Override
        public void release() {
            released.incrementAndGet();
        }

        @Override
        public void close() {}
    }
}
