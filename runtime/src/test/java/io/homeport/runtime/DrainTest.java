package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.Configuration;
import io.homeport.Faults;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.SessionSource;
import io.homeport.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a drain begins to close connections, and when it lets them be. */
@Timeout(30)
final class DrainTest {
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger sessions = new AtomicInteger(1);
    private final Node node = new Node(
            Objects.requireNonNull(Configuration.read(List.of(new Source("test", Map.of())), "host")
                    .configuration()),
            line -> {});
    private final Drain drain =
            new Drain(node, new WebSockets(new Faults(InstantSource.system(), line -> {})), nanos::get);

    DrainTest() {
        node.apply(NodeEvent.APPLICATION_STARTED);
        node.sessions().add(new Counted(sessions));
    }

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    @Test
    void connectionsAreClosedOnceTheLastSessionHasEndedAndKeptAgainAfterARelease() {
        begin();
        assertThat(node.isHeld()).isTrue();
        assertThat(node.connectionClosing().closes()).isFalse();
        sessions.set(0);
        awaitClosing(true);
        node.apply(NodeEvent.RELEASE);
        awaitClosing(false);
    }

    @Test
    void connectionsAreClosedNearTheEndWhateverIsLeft() {
        begin();
        nanos.set(Duration.ofMinutes(9).toNanos());
        awaitClosing(true);
    }

    private void begin() {
        Duration none = Duration.ZERO;
        drain.start(new Drain.Wish(Duration.ofMinutes(9), none, none), scheduler);
    }

    private void awaitClosing(boolean expected) {
        while (node.connectionClosing().closes() != expected) {
            Thread.onSpinWait();
        }
    }

    private record Counted(AtomicInteger sessions) implements SessionSource {
        @Override
        public int count() {
            return sessions.get();
        }

        @Override
        public boolean contains(String id) {
            return false;
        }

        @Override
        public long oldestUse(long now) {
            return now;
        }
    }
}
