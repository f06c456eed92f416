package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What probers read in each dialect. */
final class HealthDialectsTest {
    private static final String DB = "health.check.db.tcp=db:5432";
    private static final String SHOWN = "health.check.mail.tcp=mail:25";
    private static final String NOTHING = "health.check.mail.affects=nothing";

    @ParameterizedTest
    @CsvSource({
        "STARTING, STARTING, STARTING, STARTING",
        "ACTIVE, ACTIVE, STARTED, ACTIVE",
        "FULL, FULL, STARTED, ALL SESSIONS IN USE",
        "ON_HOLD, ON HOLD, STARTED, ON HOLD",
        "BACKUP, BACKUP, STARTED, BACKUP",
        "FAILING, FAILING, STARTED, FAILING",
        "STOPPING, STOPPING, STARTED, STOPPING"
    })
    void textIsTheWordsAloneAndThePageHasThoseOfFlynet(NodeState state, String ready, String started, String flynet) {
        TestNode text = TestNode.in(state, "health.format=text");
        TestNode html = TestNode.in(state, "health.format=html");

        assertThat(body(text, "/health")).isEqualTo(ready);
        assertThat(body(text, "/health?" + state.key() + "=200")).isEqualTo(ready);
        assertThat(body(text, "/health?" + state.key() + "=500")).isEqualTo(ready);
        assertThat(body(text, "/health/live")).isEqualTo("LIVE");
        assertThat(body(text, "/health/started")).isEqualTo(started);
        assertThat(page(html, "/health")).isEqualTo(flynet);
        assertThat(page(html, "/health?" + state.key() + "=200")).isEqualTo(flynet);
        assertThat(page(html, "/health/live")).isEqualTo("LIVE");
        assertThat(page(html, "/health/started")).isEqualTo(started);
    }

    @Test
    void thePageIsFlynetsToTheLastByte() {
        assertThat(body(TestNode.in(NodeState.FULL, "health.format=html"), "/health"))
                .isEqualTo("""
                        <!DOCTYPE html>
                        <html xmlns="http://www.w3.org/1999/xhtml">
                        <head><title>
                         Check Health
                        </title></head>
                        <body>
                            <div>
                                 Server=<span id="lblStatus">ALL SESSIONS IN USE</span>
                            </div>
                        </body>
                        </html>
                        """);
    }

    @Test
    void thePageTellsHowManySessionsAreFree() {
        TestNode test = TestNode.activeOf("health.format=html", "session.max=500");
        for (int sessions : new int[] {0, 1, 1, 499, 7}) {
            test.sessions(sessions);
            assertThat(page(test, "/health")).isEqualTo("ACTIVE \u2013 " + (500 - sessions) + " Sessions Available");
        }
        test.sessions(500);
        assertThat(page(test, "/health")).isEqualTo("ALL SESSIONS IN USE");
        test.sessions(499);
        assertThat(page(test, "/health")).isEqualTo("ACTIVE \u2013 1 Sessions Available");
        assertThat(page(test, "/health?active=500")).isEqualTo("ACTIVE \u2013 1 Sessions Available");
    }

    @ParameterizedTest
    @EnumSource(NodeState.class)
    void xmlSaysOkOrTheState(NodeState state) {
        TestNode test = TestNode.in(state, "health.format=xml");
        String key = state.key();

        assertThat(body(test, "/health"))
                .isEqualTo("<status>" + (state == NodeState.ACTIVE ? "ok" : key) + "</status>");
        assertThat(body(test, "/health?" + key + "=399")).isEqualTo("<status>ok</status>");
        assertThat(body(test, "/health?" + key + "=404")).isEqualTo("<status>" + key + "</status>");
        assertThat(body(test, "/health/live")).isEqualTo("<status>ok</status>");
    }

    @Test
    void microProfileHasTheTwoRootKeysOfTheSpecificationAndOneCheckForEach() {
        TestNode test = TestNode.of("node.version=1.2 \"beta\"", DB);

        assertThat(body(test, "/health"))
                .isEqualTo("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"homeport\",\"status\":\"DOWN\",\"data\":"
                        + "{\"node\":\"node1\",\"state\":\"starting\",\"version\":\"1.2 \\\"beta\\\"\"}},"
                        + "{\"name\":\"db\",\"status\":\"UP\",\"data\":{\"why\":\"not checked yet\"}}]}");
        assertThat(body(test, "/health/live"))
                .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"homeport\",\"status\":\"UP\",\"data\":"
                        + "{\"node\":\"node1\",\"state\":\"starting\",\"version\":\"1.2 \\\"beta\\\"\"}}]}");
    }

    @Test
    void microProfileSaysWhyACheckIsDownWhetherItCountsOrNot() {
        TestNode test = TestNode.activeOf(DB, SHOWN, NOTHING);
        test.check("mail", false, "refused");

        assertThat(body(test, "/health"))
                .startsWith("{\"status\":\"UP\"")
                .endsWith("{\"name\":\"mail\",\"status\":\"DOWN\",\"data\":{\"why\":\"refused\"}}]}");

        test.check("db", false, "timed out");
        assertThat(body(test, "/health"))
                .startsWith("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"homeport\",\"status\":\"DOWN\"")
                .contains("{\"name\":\"db\",\"status\":\"DOWN\",\"data\":{\"why\":\"timed out\"}}");
        assertThat(body(test, "/health/live")).doesNotContain("DOWN").doesNotContain("\"db\"");
    }

    @ParameterizedTest
    @EnumSource(NodeState.class)
    void theBodyAgreesWithTheStatusThatIsSent(NodeState state) {
        TestNode test = TestNode.in(state);
        for (int status : new int[] {200, 299, 399, 400, 503, 599}) {
            String target = "/health?" + state.key() + "=" + status;
            boolean up = status < 400;

            assertThat(probe(test, target, "application/json").status()).isEqualTo(status);
            assertThat(body(test, target, "application/json")).startsWith("{\"status\":\"" + (up ? "UP" : "DOWN"));
            assertThat(body(test, target, "application/health+json"))
                    .startsWith("{\"status\":\"" + (!up ? "fail" : state == NodeState.ACTIVE ? "pass" : "warn"));
            assertThat(body(test, target, "text/xml").equals("<status>ok</status>"))
                    .isEqualTo(up);
        }
    }

    @Test
    void healthJsonTellsPassWarnAndFail() {
        TestNode test = TestNode.activeOf("health.format=health+json", "node.version=1.2", DB, SHOWN, NOTHING);
        test.check("db", true, "connected");
        test.check("mail", true, "connected");

        assertThat(body(test, "/health"))
                .isEqualTo(
                        "{\"status\":\"pass\",\"version\":\"1.2\",\"serviceId\":\"node1\",\"checks\":{\"homeport:state\":"
                                + "[{\"componentType\":\"system\",\"observedValue\":\"active\",\"status\":\"pass\"}],"
                                + "\"db\":[{\"status\":\"pass\"}],\"mail\":[{\"status\":\"pass\"}]}}");

        test.check("mail", false, "refused");
        assertThat(body(test, "/health"))
                .startsWith("{\"status\":\"warn\"")
                .endsWith("\"mail\":[{\"status\":\"fail\",\"output\":\"refused\"}]}}");

        test.check("db", false, "timed out");
        assertThat(body(test, "/health"))
                .startsWith("{\"status\":\"fail\"")
                .contains("\"output\":\"failing\"")
                .contains("\"db\":[{\"status\":\"fail\",\"output\":\"timed out\"}]");
        assertThat(body(test, "/health/live"))
                .startsWith("{\"status\":\"pass\"")
                .doesNotContain("\"db\"");
    }

    @Test
    void healthJsonLeavesOutAVersionThatThereIsNot() {
        assertThat(body(TestNode.activeOf("health.format=health+json"), "/health"))
                .startsWith("{\"status\":\"pass\",\"serviceId\":\"node1\",");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, true", "FAILING, false", "ON_HOLD, false"})
    void symphonysTwoNamesAreAlwaysTold(NodeState state, boolean well) {
        assertThat(body(TestNode.in(state, "health.format=symphony", "node.version=1.52.0"), "/health"))
                .isEqualTo("{\"podConnectivity\":" + well + ",\"keyManagerConnectivity\":" + well
                        + ",\"version\":\"1.52.0\"}");
    }

    @Test
    void aCheckOfSymphonysNameDecidesItAndOthersFollow() {
        TestNode test = TestNode.activeOf(
                "health.format=symphony", "health.check.podConnectivity.tcp=pod:443", DB, SHOWN, NOTHING);

        assertThat(body(test, "/health"))
                .isEqualTo("{\"podConnectivity\":true,\"keyManagerConnectivity\":true,\"db\":true,\"mail\":true,"
                        + "\"version\":\"\"}");

        test.check("podConnectivity", false, "refused");
        test.check("mail", false, "refused");
        assertThat(probe(test, "/health", "").status()).isEqualTo(503);
        assertThat(body(test, "/health"))
                .isEqualTo("{\"podConnectivity\":false,\"keyManagerConnectivity\":false,\"db\":true,\"mail\":false,"
                        + "\"version\":\"\"}");
        assertThat(body(test, "/health/live"))
                .isEqualTo("{\"podConnectivity\":true,\"keyManagerConnectivity\":true,\"version\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "microprofile | text/plain | text/plain",
                "microprofile | TEXT/Plain; charset=utf-8 | text/plain",
                "microprofile | text/plain, application/json | text/plain",
                "microprofile | application/json;q=0.9, text/plain;q=0.1 | application/json",
                "microprofile | text/plain, */* | text/plain",
                "microprofile | application/health+json | application/health+json",
                "microprofile | text/xml | text/xml",
                "microprofile | application/xml | text/xml",
                "microprofile | application/xmlx, application/xhtml+xml | application/json",
                "microprofile | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "microprofile | '' | application/json",
                "microprofile | ',, ;' | application/json",
                "xml | application/json | application/json",
                "xml | */* | text/xml",
                "health+json | application/json | application/health+json",
                "html | image/png, */*;q=0.1 | text/html",
                // What Java sends by itself, of old and today.
                "xml | text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | text/xml",
                "xml | text/html, image/gif, image/jpeg, */*; q=0.2 | text/xml"
            })
    void acceptChoosesTheFormatItNamesFirst(String configured, String accept, String type) {
        TestNode test = TestNode.activeOf("health.format=" + configured);

        assertThat(probe(test, "/health", accept).headers())
                .contains(new Header("Content-Type", type + ";charset=utf-8"));
    }

    @Test
    void oneWhoTakesJsonGetsSymphonysWhereThatIsConfigured() {
        TestNode test = TestNode.activeOf("preset=symphony-agent");

        assertThat(body(test, "/agent/v2/HealthCheck", "application/json")).startsWith("{\"podConnectivity\":true");
        assertThat(body(test, "/agent/v2/HealthCheck", "application/health+json"))
                .startsWith("{\"status\":\"pass\"");
    }

    @Test
    void anAnswerIsWrittenOnceUntilSomethingChanges() {
        TestNode test = TestNode.activeOf(DB, "session.max=3");
        test.check("db", true, "connected in 2 ms");
        Answer first = probe(test, "/health", "");
        Answer page = probe(test, "/health", "text/html");

        test.check("db", true, "connected in 2 ms");
        assertThat(probe(test, "/health", "*/*")).isSameAs(first);
        assertThat(probe(test, "/health", "text/html")).isSameAs(page);

        test.sessions(1);
        assertThat(probe(test, "/health", "")).isSameAs(first);
        assertThat(probe(test, "/health", "text/html")).isNotSameAs(page);

        test.check("db", true, "connected in 3 ms");
        assertThat(probe(test, "/health", "")).isNotSameAs(first);
        assertThat(body(test, "/health")).contains("3 ms");

        Answer before = probe(test, "/health", "");
        test.node.apply(NodeEvent.HOLD);
        assertThat(probe(test, "/health", "")).isNotSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health?on-hold=404&full=404&active=200", "/health/live"})
    void aProbeOfAnUnchangedNodeAllocatesNothing(String target) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        TestNode test = TestNode.activeOf(DB);
        FakeRequest request = FakeRequest.get(target).header("Accept", "text/plain;q=0.9, */*");
        long before = 0;
        int answered = 0;
        for (int i = 0; i < 30_000; i++) {
            if (i == 20_000) {
                before = threads.getThreadAllocatedBytes(thread);
            }
            answered += test.homeport.probe(request) != null ? 1 : 0;
        }

        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(10_000);
        assertThat(answered).isEqualTo(30_000);
    }

    private static Answer probe(TestNode test, String target, String accept) {
        FakeRequest request = FakeRequest.get(target);
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        return Objects.requireNonNull(test.homeport.probe(request), "no answer");
    }

    private static String body(TestNode test, String target) {
        return body(test, target, "");
    }

    private static String body(TestNode test, String target, String accept) {
        return StandardCharsets.UTF_8.decode(probe(test, target, accept).body()).toString();
    }

    /** What stands in the span that balancers look at. */
    private static String page(TestNode test, String target) {
        String page = body(test, target);
        int span = page.indexOf("<span id=\"lblStatus\">") + "<span id=\"lblStatus\">".length();
        return page.substring(span, page.indexOf("</span>"));
    }
}
