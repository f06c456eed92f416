package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HealthPolicyTest {
    private static final String DISK = "health.check.db.disk=/ 1GB";

    @ParameterizedTest
    @CsvSource({
        "STARTING, 503, 200, 503",
        "ACTIVE, 200, 200, 200",
        "FULL, 503, 200, 200",
        "ON_HOLD, 503, 200, 200",
        "BACKUP, 503, 200, 200",
        "FAILING, 503, 200, 200",
        "STOPPING, 503, 200, 200"
    })
    void eachQuestionHasItsStatusInEachState(NodeState state, int ready, int live, int started) {
        TestNode test = in(state);

        assertThat(probe(test, FakeRequest.get("/health")).status()).isEqualTo(ready);
        assertThat(probe(test, FakeRequest.get("/health/ready")).status()).isEqualTo(ready);
        assertThat(probe(test, FakeRequest.get("/health/live")).status()).isEqualTo(live);
        assertThat(probe(test, FakeRequest.get("/health/started")).status()).isEqualTo(started);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void theMethodsOfProbersGetOneAnswer(String method) {
        TestNode test = in(NodeState.ACTIVE);

        assertThat(probe(test, FakeRequest.of(method, "/health")).toString())
                .isEqualTo(probe(test, FakeRequest.get("/health")).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE", "get", ""})
    void otherMethodsAreTheApplications(String method) {
        assertThat(in(NodeState.ACTIVE).homeport.probe(FakeRequest.of(method, "/health")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "*",
                "/healt",
                "/healthy",
                "/health/",
                "/health/alive",
                "/health;x",
                "//health",
                "/Health",
                "/app/health",
                "/%68ealth"
            })
    void otherPathsAreTheApplications(String path) {
        assertThat(in(NodeState.ACTIVE).homeport.probe(FakeRequest.get(path))).isNull();
    }

    @Test
    void aHostThatSeesOneApplicationOnlyAnswersBelowItToo() {
        TestNode test = in(NodeState.ACTIVE);

        assertThat(test.homeport.probe(FakeRequest.get("/app/health/live").applicationAt("/app")))
                .isNotNull();
        assertThat(test.homeport.probe(FakeRequest.get("/app/x/health").applicationAt("/app")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"/a, 503", "/b/c, 503", "/a/ready, 503", "/a/live, 200", "/a/started, 200", "/b/c/live, 0", "/health, 0"
    })
    void allConfiguredPathsAreReadinessAndTheQuestionsLieBelowTheFirst(String path, int status) {
        TestNode test = TestNode.activeOf("health.paths=/a;/b/c");
        test.node.apply(NodeEvent.HOLD);

        assertThat(statusOf(test.homeport.probe(FakeRequest.get(path)))).isEqualTo(status);
    }

    @Test
    void aNodeThatFailsBeforeItHasAnApplicationHasNotStarted() {
        TestNode test = TestNode.of(DISK);
        test.check("db", false, "refused");

        assertThat(probe(test, FakeRequest.get("/health/started")).status()).isEqualTo(503);
        assertThat(body(probe(test, FakeRequest.get("/health/started").header("Accept", "text/plain"))))
                .isEqualTo("STARTING");
        assertThat(probe(test, FakeRequest.get("/health/live")).status()).isEqualTo(200);
    }

    @Test
    void theServerItselfMayBeAReadinessPathBesideOthers() {
        TestNode test = TestNode.activeOf("health.paths=* /a", "peers=node2=http://2");

        assertThat(statusOf(test.homeport.probe(FakeRequest.of("OPTIONS", "*"))))
                .isEqualTo(200);
        assertThat(statusOf(test.homeport.probe(FakeRequest.get("/a/live")))).isEqualTo(200);
        assertThat(test.homeport.probe(FakeRequest.get("*/live"))).isNull();
        test.node.apply(NodeEvent.HOLD);
        assertThat(statusOf(test.homeport.probe(FakeRequest.of("OPTIONS", "*"))))
                .isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"/, /live", "/health/, /health/live"})
    void aPathThatEndsWithASlashGivesNoDoubleSlash(String configured, String live) {
        TestNode test = TestNode.activeOf("health.paths=" + configured);

        assertThat(statusOf(test.homeport.probe(FakeRequest.get(configured)))).isEqualTo(200);
        assertThat(statusOf(test.homeport.probe(FakeRequest.get(live)))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on-hold=404 | 404",
                "on-hold=200 | 200",
                "on-hold=599 | 599",
                "active=500&on-hold=404&full=429 | 404",
                "xon-hold=404&on-hold=429 | 429",
                "active=404 | 503",
                "on-hold=199 | 503",
                "on-hold=600 | 503",
                "on-hold=0404 | 503",
                "on-hold=+40 | 503",
                "on-hold=4x4 | 503",
                "on-hold=٤٠٤ | 503",
                "on-hold= | 503",
                "on-hold | 503",
                "on-hold=404%20 | 503",
                "xon-hold=404 | 503",
                "ON-HOLD=404 | 503",
                "'' | 503",
                "&&&=&on-hold=404& | 404"
            })
    void theProberMayNameTheStatusOfAState(String query, int status) {
        TestNode test = in(NodeState.ON_HOLD);

        assertThat(probe(test, FakeRequest.get("/health?" + query)).status()).isEqualTo(status);
        assertThat(probe(test, FakeRequest.get("/health/ready?" + query)).status())
                .isEqualTo(status);
        assertThat(probe(test, FakeRequest.get("/health/live?" + query)).status())
                .isEqualTo(200);
    }

    @Test
    void theConfigurationNamesTheStatusOfAState() {
        TestNode test = TestNode.activeOf("health.status.on-hold=404", "health.status.active=204");

        assertThat(probe(test, FakeRequest.get("/health")).status()).isEqualTo(204);
        assertThat(probe(test, FakeRequest.get("/health")).length()).isZero();
        assertThat(body(probe(test, FakeRequest.get("/health?active=203")))).contains("\"UP\"");
        test.node.apply(NodeEvent.HOLD);
        assertThat(probe(test, FakeRequest.get("/health")).status()).isEqualTo(404);
        assertThat(body(probe(test, FakeRequest.get("/health")))).contains("\"DOWN\"");
        assertThat(probe(test, FakeRequest.get("/health?on-hold=500")).status()).isEqualTo(500);
        assertThat(body(probe(TestNode.activeOf("health.status.active=400"), FakeRequest.get("/health"))))
                .contains("\"DOWN\"");
    }

    @ParameterizedTest
    @EnumSource(NodeState.class)
    void everyAnswerNamesNodeAndStateAndIsNeverStored(NodeState state) {
        TestNode test = in(state);
        for (String path : new String[] {"/health", "/health/ready", "/health/live", "/health/started"}) {
            Map<String, String> headers = headers(probe(test, FakeRequest.get(path)));

            assertThat(headers)
                    .containsEntry("Homeport-Node", "node1")
                    .containsEntry("Homeport-State", state.key())
                    .containsEntry("Cache-Control", "no-store")
                    .doesNotContainKeys("Set-Cookie", "Location");
            assertThat(headers.containsKey("x-envoy-degraded"))
                    .isEqualTo(state == NodeState.ON_HOLD || state == NodeState.FULL);
            assertThat(headers.containsKey("x-envoy-immediate-health-check-fail"))
                    .isEqualTo(state == NodeState.STOPPING);
        }
    }

    @Test
    void aProbeIsAnsweredEvenWithAForeignCookieAndAHeldNode() {
        TestNode test = in(NodeState.ON_HOLD, "peers=node2=http://2");

        assertThat(test.homeport.decide(FakeRequest.get("/health").cookie("HOMEPORT=node2")))
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.status()).isEqualTo(503));
    }

    private static TestNode in(NodeState state, String... lines) {
        return TestNode.in(state, lines);
    }

    private static Answer probe(TestNode test, FakeRequest request) {
        return Objects.requireNonNull(test.homeport.probe(request), "no answer");
    }

    private static int statusOf(@Nullable Answer answer) {
        return answer == null ? 0 : answer.status();
    }

    private static String body(Answer answer) {
        return StandardCharsets.UTF_8.decode(answer.body()).toString();
    }

    private static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().forEach(header -> headers.put(header.name(), header.value()));
        return headers;
    }
}
