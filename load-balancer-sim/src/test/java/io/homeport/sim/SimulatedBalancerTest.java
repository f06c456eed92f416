package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatedBalancerTest {
    private static final RawBackend BACKEND = RawBackend.saying("one");

    @RegisterExtension
    static final SimulatedBalancer SHARED = SimulatedBalancer.roundRobin()
            .backend("n1", BACKEND.url())
            .persistence(Persistence.AFFINITY_COOKIE)
            .probe("/health?on-hold=404")
            .probeInterval(Duration.ofMillis(20))
            .adminPort(0)
            .build();

    @RegisterExtension
    final SimulatedBalancer own =
            SimulatedBalancer.roundRobin().backend("n1", BACKEND.url()).build();

    @AfterAll
    static void close() {
        BACKEND.close();
    }

    @Test
    @Order(1)
    void backendsMayBeAddedInATest() throws IOException {
        try (RawBackend other = RawBackend.saying("two")) {
            own.backend("n2", other.url());
            assertThat(RawClient.get(own.url(), "/")).endsWith("one");
            assertThat(RawClient.get(own.url(), "/")).endsWith("two");
            own.removeBackend("n1");
            assertThat(RawClient.get(own.url(), "/")).endsWith("two");
        }
    }

    @Test
    @Order(2)
    void anInstanceFieldIsNewForEachTest() {
        assertThat(own.state().backends()).extracting(BackendState::id).containsExactly("n1");
        assertThat(own.state().decisions(Reason.BALANCED)).isZero();
    }

    @Test
    void aHealthStateCanBeAwaited() throws IOException {
        SHARED.awaitHealth("n1", Health.UP, Duration.ofSeconds(5));
        assertThat(RawClient.get(SHARED.url(), "/")).endsWith("one");
        assertThat(SHARED.state().transitions()).extracting(Transition::to).containsExactly(Health.UP);
    }

    @Test
    void theStateIsShownAsJson() throws IOException {
        SHARED.awaitHealth("n1", Health.UP, Duration.ofSeconds(5));
        String answer = RawClient.get(SHARED.balancer().adminUrl(), "/api/state");
        assertThat(answer).startsWith("HTTP/1.1 200");
        JsonNode state = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        JsonNode backend = state.get("backends").get(0);
        assertThat(backend.get("id").asText()).isEqualTo("n1");
        assertThat(backend.get("url").asText()).isEqualTo(BACKEND.url().toString());
        assertThat(backend.get("health").asText()).isEqualTo("up");
        assertThat(backend.get("why").asText()).isEqualTo("GET /health?on-hold=404 200");
        assertThat(backend.get("sessions").asLong()).isZero();
        assertThat(backend.has("requests")).isTrue();
        assertThat(state.get("decisions").has("re-dispatched")).isTrue();
        assertThat(state.get("transitions").get(0).get("from").asText()).isEqualTo("unknown");
        assertThat(state.get("transitions").get(0).get("at").asText()).endsWith("Z");
    }

    @Test
    void theAdminPortShowsNothingElse() throws IOException {
        URI admin = SHARED.balancer().adminUrl();
        assertThat(RawClient.get(admin, "/other")).startsWith("HTTP/1.1 404");
        assertThat(RawClient.ask(admin, RawClient.request("POST", "/api/state", "Content-Length: 0")))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void anUnusableBackendIsRejected() {
        assertThatThrownBy(() -> own.backend("n1", BACKEND.url()))
                .hasMessageContaining("n1 (expected: an id not yet used)");
        assertThatThrownBy(() -> own.backend("n 2", BACKEND.url())).hasMessageContaining("an id of 1 to 64");
        assertThatThrownBy(() -> own.backend("n2", URI.create("https://x"))).hasMessageContaining("a URL such as");
    }

    @Test
    void aListenerThatFailsDoesNoHarm() throws IOException {
        RawBackend mortal = RawBackend.saying("one");
        try (Balancer balancer = Balancer.roundRobin()
                .backend("n1", mortal.url())
                .probe("/")
                .probeInterval(Duration.ofMillis(20))
                .onAccess(access -> fail())
                .onTransition(transition -> fail())
                .build()
                .start()) {
            balancer.awaitHealth("n1", Health.UP, Duration.ofSeconds(5));
            assertThat(RawClient.get(balancer.url(), "/")).endsWith("one");
            mortal.kill();
            balancer.awaitHealth("n1", Health.DOWN, Duration.ofSeconds(5));
        }
    }

    private static void fail() {
        throw new IllegalStateException("thrown on purpose by a test");
    }

    @Nested
    class NestedTests {
        @Test
        void shareTheStaticBalancer() throws IOException {
            SHARED.awaitHealth("n1", Health.UP, Duration.ofSeconds(5));
            assertThat(RawClient.get(SHARED.url(), "/")).endsWith("one");
            assertThat(RawClient.get(own.url(), "/")).endsWith("one");
        }
    }
}
