package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class SessionsTest {
    private final TestNode test = TestNode.activeOf();

    /** Sessions by id, with the time of their last use. */
    private static final class FakeSource implements SessionSource {
        private final Map<String, Long> uses = new ConcurrentHashMap<>();

        @Override
        public int count() {
            return uses.size();
        }

        @Override
        public boolean contains(String id) {
            return uses.containsKey(id);
        }

        @Override
        public long oldestUse(long now) {
            return uses.values().stream().mapToLong(Long::longValue).min().orElse(now);
        }
    }

    @Test
    void theSessionsOfAllApplicationsCount() {
        Sessions sessions = new Sessions(Sessions.UNLIMITED, test.node);
        FakeSource one = source("a", "b");
        sessions.add(one);
        sessions.add(source("c"));

        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.contains("c")).isTrue();
        assertThat(sessions.contains("d")).isFalse();
        assertThat(sessions.free()).isEqualTo(Sessions.UNLIMITED);
        sessions.remove(one);
        assertThat(sessions.count()).isEqualTo(1);
        assertThat(test.node.state()).isEqualTo(NodeState.ACTIVE);
    }

    @Test
    void theNodeIsFullWithAsManySessionsAsItTakesAndFreeWithOneLess() {
        Sessions sessions = new Sessions(2, test.node);
        FakeSource source = source("a");
        sessions.add(source);
        assertThat(test.node.state()).isEqualTo(NodeState.ACTIVE);

        source.uses.put("b", 1L);
        sessions.changed();
        assertThat(test.node.state()).isEqualTo(NodeState.FULL);
        assertThat(sessions.free()).isZero();

        source.uses.put("c", 1L);
        sessions.changed();
        source.uses.remove("a");
        sessions.changed();
        assertThat(test.node.state()).isEqualTo(NodeState.FULL);

        source.uses.remove("b");
        sessions.changed();
        assertThat(test.node.state()).isEqualTo(NodeState.ACTIVE);
        assertThat(sessions.free()).isEqualTo(1);
    }

    @Test
    void theLongestIdleSessionIsTheOneUsedLeastRecently() {
        Sessions sessions = new Sessions(Sessions.UNLIMITED, test.node);
        assertThat(sessions.longestIdleMillis(1000)).isZero();
        FakeSource source = source("a");
        source.uses.put("b", 400L);
        sessions.add(source);
        sessions.add(new FakeSource());

        assertThat(sessions.longestIdleMillis(1000)).isEqualTo(999);
    }

    /** However the threads come, the last to tell sees what all have done. */
    @Test
    void crossingTheLimitBothWaysAtOnceEndsWithTheTruth() throws InterruptedException {
        Sessions sessions = new Sessions(5, test.node);
        FakeSource source = source("1", "2", "3", "4");
        sessions.add(source);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            String id = "thread" + t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 2000; i++) {
                    source.uses.put(id, 1L);
                    sessions.changed();
                    source.uses.remove(id);
                    sessions.changed();
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(test.node.state()).isEqualTo(NodeState.ACTIVE);
    }

    private static FakeSource source(String... ids) {
        FakeSource source = new FakeSource();
        for (String id : ids) {
            source.uses.put(id, 1L);
        }
        return source;
    }
}
