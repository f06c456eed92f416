package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(40)
final class HomeportNodeTest {

    /** One peer answers nothing, so that a probe is under way when the node is closed. */
    @Test
    void anOpenNodeKeepsNoJvmAliveAndAClosedOneLeavesNoThread() throws IOException, InterruptedException {
        Set<Thread> before = threads();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String peers = "peers=node2=http://127.0.0.1:1;node3=http://127.0.0.1:" + silent.getLocalPort();
            try (OpenNode open = OpenNode.of(peers, "peers.probe.interval=100ms")) {
                assertThat(lineThatStartsWith(open, "peer node2: down")).isNotNull();
                Set<Thread> running = threads();
                running.removeAll(before);

                assertThat(running).isNotEmpty().allMatch(Thread::isDaemon);
                assertThat(running)
                        .allMatch(thread -> thread.getContextClassLoader() == null
                                || thread.getContextClassLoader() == HomeportNode.class.getClassLoader());
            }
        }
        Set<Thread> left = threads();
        left.removeAll(before);
        // The JDK's own shared pool, to which its client turns on JDK 25 once it may not use ours.
        left.removeIf(thread -> thread.getName().startsWith("ForkJoinPool.commonPool-worker"));
        for (Thread thread : left) {
            while (thread.isAlive()) {
                // The JDK's client ends its thread once nobody can reach the client.
                System.gc();
                thread.join(50);
            }
        }
    }

    @Test
    void openingTwiceOpensOnceAndClosingTwiceIsNoError() {
        OpenNode open = OpenNode.of();
        open.node.open();

        assertThat(open.log).hasSize(1);
        open.close();
        open.close();
    }

    @Test
    void aNodeWithoutPeersAndManagementStartsNoThread() {
        Set<Thread> before = threads();

        try (OpenNode open = OpenNode.of("management.port=off")) {
            assertThat(open.log).isEmpty();
            assertThat(threads()).isEqualTo(before);
        }
    }

    private static String lineThatStartsWith(OpenNode open, String start) throws InterruptedException {
        String line = "";
        while (line != null && !line.startsWith(start)) {
            line = open.log.poll(10, TimeUnit.SECONDS);
        }
        return String.valueOf(line);
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
