package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Probes peers on real sockets that misbehave in every way. */
@Timeout(20)
final class PeerProberTest {
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nHomeport-Node: %s\r\nHomeport-State: %s\r\n\r\n";

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final List<RawPeer> raw = new ArrayList<>();

    @AfterEach
    void end() throws IOException {
        scheduler.shutdownNow();
        for (RawPeer peer : raw) {
            peer.close();
        }
    }

    @Test
    void aPeerThatAnswersByItsNameIsUp() throws Exception {
        TestNode test = probing("peers=node2=" + peer(RawPeer.saying(ANSWER.formatted("node2", "active"))));

        assertThat(nextLine()).isEqualTo("peer node2: up (answered 200)");
        assertThat(test.peer("node2").takesNewSessions()).isTrue();
        assertThat(test.peer("node2").isProven()).isTrue();
        assertThat(raw.get(0).requests().take()).startsWith("HEAD /health HTTP/1.1\r\n");
    }

    @Test
    void aPeerUnderAnotherNameIsDown() throws Exception {
        probing("peers=node2=" + peer(RawPeer.saying(ANSWER.formatted("node3", "active"))));

        assertThat(nextLine()).isEqualTo("peer node2: down (answers as node3, not as node2)");
    }

    @Test
    void somethingElseThatAnswersWellIsUnnamedAndItsRedirectIsNotFollowed() throws Exception {
        RawPeer other = new RawPeer(RawPeer.saying("HTTP/1.0 204 No Content\r\n\r\n"));
        raw.add(other);
        String redirect = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + other.url() + "/\r\n\r\n";

        probing("peers=node2=" + other.url() + ";node3=" + peer(RawPeer.saying(redirect)));

        assertThat(List.of(nextLine(), nextLine()))
                .containsExactlyInAnyOrder(
                        "peer node2: unnamed (answered 204 without a node name)",
                        "peer node3: down (answered 302 without a node name)");
    }

    @Test
    void aPeerThatAcceptsAndIsSilentIsDownInTime() throws Exception {
        probing("peers=node2=" + peer(socket -> {}));

        assertThat(nextLine()).isEqualTo("peer node2: down (no answer in time)");
    }

    @Test
    void aPeerThatAnswersTooSlowlyIsDownInTime() throws Exception {
        probing("peers=node2=" + peer(RawPeer.dripping("HTTP/1.1 200 OK\r\nX: ", "x", 1)));

        assertThat(nextLine()).isEqualTo("peer node2: down (no answer in time)");
    }

    @Test
    void aPeerThatSendsHeadersWithoutEndIsDown() throws Exception {
        probing("peers=node2=" + peer(RawPeer.dripping("HTTP/1.1 200 OK\r\n", "X-Header: 0123456789\r\n", 0)));

        assertThat(nextLine()).startsWith("peer node2: down (");
    }

    @Test
    void aPeerThatTalksGarbageIsDownAndItsWordsAreHarmless() throws Exception {
        probing("peers=node2=" + peer(RawPeer.saying("\u001b[2J\u0007 garbage " + "x".repeat(5000) + "\r\n\r\n")));

        assertThat(nextLine())
                .startsWith("peer node2: down (")
                .doesNotContainPattern("[^ -~]")
                .hasSizeLessThan(200);
    }

    @Test
    void aPeerThatClosesAtOnceIsDown() throws Exception {
        probing("peers=node2=" + peer(java.net.Socket::close));

        assertThat(nextLine()).startsWith("peer node2: down (");
    }

    @Test
    void aPeerThatIsNotThereIsDown() throws Exception {
        probing("peers=node2=http://127.0.0.1:" + freePort());

        assertThat(nextLine()).isEqualTo("peer node2: down (cannot connect)");
    }

    @Test
    void theFirstInstanceThatAnswersWellIsUsed() throws Exception {
        String dead = "http://127.0.0.1:" + freePort();
        String other = peer(RawPeer.saying(ANSWER.formatted("node9", "active")));
        String right = peer(RawPeer.saying(ANSWER.formatted("node2", "on-hold")));

        TestNode test = probing("peer.node2.url=" + dead + ";" + other + ";" + right);

        assertThat(nextLine()).isEqualTo("peer node2: up (answered 200)");
        assertThat(test.peer("node2").target().text()).isEqualTo(right);
        assertThat(test.peer("node2").takesNewSessions()).isFalse();
    }

    @Test
    void theFirstInstanceThatAnswersAsPrimaryIsUsed() throws Exception {
        String backup = peer(RawPeer.saying(ANSWER.formatted("node2", "backup")));
        String failing = peer(RawPeer.saying(ANSWER.formatted("node2", "failing")));
        String primary = peer(RawPeer.saying(ANSWER.formatted("node2", "active")));

        TestNode test = probing("peer.node2.url=" + backup + ";" + failing + ";" + primary);

        assertThat(nextLine()).isEqualTo("peer node2: up (answered 200)");
        assertThat(test.peer("node2").target().text()).isEqualTo(primary);
    }

    @Test
    void withoutAPrimaryTheFirstBackupIsUsed() throws Exception {
        String dead = "http://127.0.0.1:" + freePort();
        String backup = peer(RawPeer.saying(ANSWER.formatted("node2", "backup")));

        TestNode test = probing("peer.node2.url=" + dead + ";" + backup + ";" + dead + "/");

        assertThat(nextLine()).isEqualTo("peer node2: up (answered 200)");
        assertThat(test.peer("node2").target().text()).isEqualTo(backup);
        assertThat(test.peer("node2").takesNewSessions()).isFalse();
    }

    @Test
    void aBackupLearnsWhichInstanceIsItsPrimary() throws Exception {
        String primary = peer(RawPeer.saying(ANSWER.formatted("node1", "active")));

        TestNode test = probing("peer.node1.url=http://me;" + primary, "node.url=http://me", "node.role=backup");

        assertThat(raw.get(0).requests().take()).contains("Homeport-Prober: ");
        assertThat(lineOf(test)).isEqualTo("node node1: backup of " + primary);
    }

    @Test
    void aHangingPeerDoesNotKeepTheOthersFromBeingProbed() throws Exception {
        TestNode test = probing("peers=node2=" + peer(socket -> {}) + ";node3="
                + peer(RawPeer.saying(ANSWER.formatted("node3", "active"))));

        assertThat(nextLine()).isEqualTo("peer node3: up (answered 200)");
        assertThat(test.peer("node2").isUp()).isTrue();
        assertThat(nextLine()).isEqualTo("peer node2: down (no answer in time)");
    }

    @Test
    void roundsGoOnAndEachChangeGivesOneLine() throws Exception {
        String up = ANSWER.formatted("node2", "active");
        RawPeer peer = new RawPeer(RawPeer.saying(up, up, up.replace("node2", "node3"), up));
        raw.add(peer);

        probing("peers=node2=" + peer.url());

        assertThat(nextLine()).isEqualTo("peer node2: up (answered 200)");
        assertThat(nextLine()).isEqualTo("peer node2: down (answers as node3, not as node2)");
        assertThat(nextLine()).isEqualTo("peer node2: up (answered 200)");
        assertThat(peer.requests()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void withoutPeersNothingIsStarted() {
        probing("node.id=node1");

        assertThat(scheduler.getTaskCount()).isZero();
    }

    private static String lineOf(TestNode test) throws InterruptedException {
        String line = test.log.poll(10, TimeUnit.SECONDS);
        return line == null ? "no line" : line;
    }

    private TestNode probing(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.addAll(List.of("peers.probe.interval=100ms", "peers.probe.timeout=300ms"));
        TestNode test = TestNode.of(all.toArray(new String[0]));
        Faults faults = new Faults(() -> Instant.EPOCH, log::add);
        new PeerProber(
                        test.configuration,
                        test.peers,
                        new PeerProber.Surroundings(scheduler, new SplittableRandom(1), log::add, faults))
                .start();
        return test;
    }

    private String peer(RawPeer.Behaviour behaviour) throws IOException {
        RawPeer peer = new RawPeer(behaviour);
        raw.add(peer);
        return peer.url();
    }

    private String nextLine() throws InterruptedException {
        String line = log.poll(10, TimeUnit.SECONDS);
        return line == null ? "no line" : line;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
