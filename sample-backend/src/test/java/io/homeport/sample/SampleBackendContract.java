package io.homeport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application promises over HTTP, on whichever server. Each server's subclass only names it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SampleBackendContract {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final ServerKind kind;
    private final RunningServer server;
    /** A new user for each test. */
    private Browser browser;

    SampleBackendContract(ServerKind kind) throws Exception {
        this.kind = kind;
        this.server = start("/shop");
        this.browser = newBrowser(server);
    }

    private RunningServer start(String contextPath) throws Exception {
        return kind.start(new Site(0, contextPath, new SampleApplication(new NodeName("node1", kind))));
    }

    private static Browser newBrowser(RunningServer server) {
        return new Browser("http://127.0.0.1:" + server.port());
    }

    @BeforeEach
    void newUser() {
        browser = newBrowser(server);
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void cartWithoutLoginIsUnauthorizedAndMakesNoSession() {
        HttpResponse<String> answer = browser.get("/shop/cart");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"error\":\"not logged in");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void cartKeepsItsItemsForTheUserWhoLoggedIn() {
        assertThat(browser.post("/shop/login", "user=ann").body())
                .isEqualToIgnoringNewLines("{\"user\":\"ann\",\"node\":\"node1\"}");
        browser.post("/shop/cart", "item=tea");
        browser.post("/shop/cart", "item=a+%22b%5C%C3%BC%0A");

        HttpResponse<String> answer = browser.get("/shop/cart");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualToIgnoringNewLines(
                        "{\"user\":\"ann\",\"items\":[\"tea\",\"a \\\"b\\\\ü\\u000a\"],\"node\":\"node1\"}");
    }

    @Test
    void loginChangesTheSessionIdAndEmptiesTheCart() {
        browser.post("/shop/login", "user=ann");
        List<String> before = browser.sessionIds();
        browser.post("/shop/cart", "item=tea");

        browser.post("/shop/login", "user=ben");

        assertThat(browser.sessionIds()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(browser.get("/shop/cart").body()).contains("\"user\":\"ben\",\"items\":[]");
    }

    @Test
    void logoutEndsTheSession() {
        browser.post("/shop/login", "user=ann");

        assertThat(browser.post("/shop/logout", "").body()).contains("true");
        assertThat(browser.post("/shop/logout", "").body()).contains("false");
        assertThat(browser.get("/shop/cart").statusCode()).isEqualTo(401);
        assertThat(browser.post("/shop/cart", "item=tea").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/shop/login, user", "/shop/cart, item"})
    void missingParameterIsNamed(String path, String parameter) {
        browser.post("/shop/login", "user=ann");

        HttpResponse<String> answer = browser.post(path, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(parameter + ": missing (expected: ");
    }

    @Test
    void datafeedIsKnownByTheIdInItsUrlUntilItIsDeleted() {
        HttpResponse<String> created = browser.post("/shop/datafeed", "");
        String feed = "/shop/datafeed/" + id(created);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue(feed);
        assertThat(created.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(browser.get(feed + "/read").body()).contains("\"reads\":1,\"node\":\"node1\"");
        assertThat(browser.get(feed + "/read").body()).contains("\"reads\":2");
        assertThat(browser.delete(feed).statusCode()).isEqualTo(204);
        assertThat(browser.get(feed + "/read").statusCode()).isEqualTo(404);
        assertThat(browser.delete(feed).statusCode()).isEqualTo(404);
    }

    private static String id(HttpResponse<String> answer) {
        Matcher matcher = ID.matcher(answer.body());
        assertThat(matcher.find()).as(answer.body()).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/datafeed/none/read", "/shop/datafeed/none", "/shop/datafeed", "/shop/nowhere"})
    void unknownResourceIsNotFoundAndSaysWhoAnswered(String path) {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"error\":").contains(path);
        assertThat(answer.headers().firstValue("X-Served-By")).hasValue("node1");
    }

    @Test
    void eventsComeOneByOneAndEndAfterTheNumberAskedFor() {
        List<String> lines = browser.stream("/shop/events?count=3");

        assertThat(lines)
                .filteredOn(line -> line.startsWith("data:"))
                .containsExactly(
                        "data: {\"number\":1,\"node\":\"node1\"}",
                        "data: {\"number\":2,\"node\":\"node1\"}",
                        "data: {\"number\":3,\"node\":\"node1\"}");
    }

    @Test
    void firstEventArrivesWhileTheStreamIsOpen() {
        assertThat(browser.firstLine("/shop/events")).isEqualTo("id: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "99999999999"})
    void countThatIsNoNumberIsRefused(String count) {
        HttpResponse<String> answer = browser.get("/shop/events?count=" + count);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("count: " + count + " (expected: ");
    }

    @Test
    void uploadLargerThanAnyServersDefaultLimitIsSummedUp() {
        assertThat(browser.upload("/shop/upload", 64 * 1024 * 1024).body())
                .isEqualToIgnoringNewLines("{\"bytes\":67108864,\"sha256\":"
                        + "\"3b6a07d0d404fab4e23b6d34bc6696a6a312dd92821332385e5af7c01c421351\"}");
    }

    @Test
    void pingTakesNoSession() {
        HttpResponse<String> answer = browser.get("/shop/ping");

        assertThat(answer.body()).isEqualTo("pong\n");
        assertThat(answer.headers().firstValue("X-Served-By")).hasValue("node1");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void indexShowsLinesToTry() {
        assertThat(browser.get("/shop/").body())
                .contains("curl -c jar -b jar -d user=ann http://localhost:" + server.port() + "/shop/login");
    }

    @Test
    void nothingIsMappedOutsideTheContext() {
        for (String path : List.of("/", "/ping", "/cart")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("X-Served-By")).isEmpty();
        }
    }

    @Test
    void withoutContextTheApplicationIsAtTheRoot() throws Exception {
        RunningServer atRoot = start("");
        try {
            Browser user = newBrowser(atRoot);
            assertThat(user.get("/").body()).startsWith("Sample backend node1");
            user.post("/login", "user=ann");
            assertThat(user.post("/cart", "item=tea").body()).contains("[\"tea\"]");
            assertThat(user.get("/nowhere").statusCode()).isEqualTo(404);
        } finally {
            atRoot.stop();
        }
    }
}
