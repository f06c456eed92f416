package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.RequestPool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApplicationSessionsTest {
    private static final long NOW = 1000;

    /** An application whose sessions are words. */
    private static final class Words implements ApplicationSessions.Counter<List<String>> {

        @Override
        public int count(List<String> application) {
            if (application.contains("broken")) {
                throw new IllegalStateException("as asked");
            }
            return application.size();
        }

        @Override
        public boolean contains(List<String> application, String id) throws Exception {
            if (application.contains("broken")) {
                throw new Exception("as asked");
            }
            return application.contains(id);
        }

        @Override
        public long oldestUse(List<String> application, long now) {
            return now - application.size();
        }
    }

    private static final class Pool implements RequestThreads.Counter<int[]> {

        @Override
        public int busy(int[] pool) {
            return pool[0];
        }

        @Override
        public int max(int[] pool) {
            return pool[1];
        }
    }

    @Test
    void applicationsCountOnceFromTheirStartToTheirStop() {
        try (OpenNode open = OpenNode.of()) {
            ApplicationSessions<List<String>> sessions = new ApplicationSessions<>(open.node, new Words());
            List<String> one = new ArrayList<>(List.of("a", "b"));

            assertThat(sessions.started(one)).isTrue();
            assertThat(sessions.started(one)).isFalse();
            assertThat(open.node.sessions().count()).isEqualTo(2);
            assertThat(open.node.sessions().contains("b")).isTrue();
            assertThat(open.node.sessions().longestIdleMillis(NOW)).isEqualTo(2);
            sessions.stopped(one);
            sessions.stopped(one);
            assertThat(open.node.sessions().count()).isZero();
        }
    }

    @Test
    void anApplicationThatCannotBeAskedCountsNoneAndIsReported() {
        try (OpenNode open = OpenNode.of()) {
            ApplicationSessions<List<String>> sessions = new ApplicationSessions<>(open.node, new Words());
            List<String> broken = List.of("broken");
            sessions.started(broken);

            assertThat(open.node.sessions().count()).isZero();
            assertThat(open.node.sessions().contains("broken")).isFalse();
            assertThat(open.log).anyMatch(line -> line.contains("session count"));
            assertThat(open.log).anyMatch(line -> line.contains("session look-up"));
        }
    }

    @Test
    void eachPoolIsAddedOnceAndWeakly() {
        try (OpenNode open = OpenNode.of()) {
            RequestThreads<int[]> threads = new RequestThreads<>(open.node, new Pool());
            int[] pool = {3, 8};
            assertThat(threads.seen(pool)).isTrue();
            assertThat(threads.seen(pool)).isFalse();
            assertThat(new RequestThreads<>(open.node, new Pool()).seen(pool)).isFalse();

            assertThat(open.node.requestPools()).hasSize(1);
            RequestPool added = open.node.requestPools().iterator().next();
            assertThat(added.busy()).isEqualTo(3);
            assertThat(added.max()).isEqualTo(8);
        }
    }
}
