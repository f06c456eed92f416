package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbingTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<AutoCloseable> open = new ArrayList<>();

    private <T extends AutoCloseable> T closedLater(T closeable) {
        open.add(0, closeable);
        return closeable;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private Balancer probing(RawBackend backend) {
        return closedLater(Balancer.roundRobin()
                .persistence(Persistence.AFFINITY_COOKIE)
                .backend("n1", backend.url())
                .backend("n2", closedLater(RawBackend.saying("two")).url())
                .probe("/health?on-hold=404")
                .probeInterval(Duration.ofMillis(20))
                .probeTimeout(Duration.ofMillis(300))
                .drainStatus(404)
                .build()
                .start());
    }

    private RawBackend answering(AtomicInteger status) {
        return closedLater(new RawBackend((head, in, out) -> RawBackend.write(
                out,
                head.startsWith("GET /health")
                        ? "HTTP/1.1 " + status + " X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
                        : RawBackend.ok("one"))));
    }

    @Test
    void theProbeIsOnePlainGetThatNamesTheBackend() {
        RawBackend backend = answering(new AtomicInteger(200));
        probing(backend).awaitHealth("n1", Health.UP, SOON);
        assertThat(backend.heads().get(0))
                .isEqualTo("GET /health?on-hold=404 HTTP/1.1\r\nHost: "
                        + backend.url().getAuthority() + "\r\nUser-Agent: homeport-sim\r\nConnection: close\r\n\r\n");
    }

    @Test
    void aRedirectPassesAndIsNotFollowed() {
        Balancer balancer = probing(answering(new AtomicInteger(302)));
        balancer.awaitHealth("n1", Health.UP, SOON);
        assertThat(balancer.state().backend("n1").why()).isEqualTo("GET /health?on-hold=404 302");
    }

    @Test
    void aDrainingBackendKeepsItsClientsAndGetsNoNewOnes() throws IOException {
        AtomicInteger status = new AtomicInteger(200);
        Balancer balancer = probing(answering(status));
        balancer.awaitHealth("n1", Health.UP, SOON).awaitHealth("n2", Health.UP, SOON);
        status.set(404);
        balancer.awaitHealth("n1", Health.DRAIN, SOON);
        for (int i = 0; i < 4; i++) {
            assertThat(RawClient.get(balancer.url(), "/")).endsWith("two");
            assertThat(RawClient.get(balancer.url(), "/", "Cookie: HOMEPORT=n1"))
                    .endsWith("one");
        }
        status.set(503);
        balancer.awaitHealth("n1", Health.DOWN, SOON);
        assertThat(RawClient.get(balancer.url(), "/", "Cookie: HOMEPORT=n1")).endsWith("two");
        status.set(200);
        balancer.awaitHealth("n1", Health.UP, SOON);
        assertThat(RawClient.get(balancer.url(), "/", "Cookie: HOMEPORT=n1")).endsWith("one");
    }

    @Test
    void aProbeThatHangsFailsInTimeAndHoldsUpNobody() {
        Balancer balancer = probing(closedLater(new RawBackend((head, in, out) -> in.read())));
        balancer.awaitHealth("n2", Health.UP, SOON).awaitHealth("n1", Health.DOWN, SOON);
        assertThat(balancer.state().backend("n1").why()).isEqualTo("GET /health?on-hold=404 no answer within 300ms");
    }

    @Test
    void aProbeAnsweredWithGarbageFails() {
        Balancer balancer = probing(
                closedLater(new RawBackend((head, in, out) -> RawBackend.write(out, "SSH-2.0-OpenSSH_9\r\n\r\n\r\n"))));
        balancer.awaitHealth("n2", Health.UP, SOON).awaitHealth("n1", Health.DOWN, SOON);
        assertThat(balancer.state().backend("n1").why()).contains("not HTTP");
    }

    @Test
    void withoutProbesBackendsStayUnknownAndAreUsed() throws IOException {
        Balancer balancer = closedLater(Balancer.roundRobin()
                .backend("n1", closedLater(RawBackend.saying("one")).url())
                .build()
                .start());
        assertThat(balancer.state().backend("n1").health()).isEqualTo(Health.UNKNOWN);
        assertThat(RawClient.get(balancer.url(), "/")).endsWith("one");
    }

    @Test
    void waitingInVainSaysWhatIsSo() {
        Balancer balancer = probing(answering(new AtomicInteger(200)));
        balancer.awaitHealth("n1", Health.UP, SOON);
        assertThatThrownBy(() -> balancer.awaitHealth("n1", Health.DOWN, Duration.ofMillis(50)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("n1 is not down after 50ms: ")
                .hasMessageContaining("health=up");
    }
}
