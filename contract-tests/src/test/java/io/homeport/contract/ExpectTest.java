package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code Expect: 100-continue} on Tomcat: the client is told to go on when somebody wants the body, whichever way that is,
 * and not before a refusal.
 */
final class ExpectTest {
    private static final Ask AFTERWARDS = Ask.get("/app/anything");

    private static Ask put(String way) {
        return Ask.of("PUT", "/app/body/" + way)
                .header("Expect", "100-continue")
                .body(1000);
    }

    private static ContainerNode start(Container container, String... options) {
        Map<String, String> keys = Map.of("node.id", "n1", "management.port", "0");
        return new ContainerNode(container.start(Jdk.running(), Surface.AGENT, keys, options), "");
    }

    private static void assertAskedFor(ContainerNode node, String way, String body) {
        List<Reply> replies = node.traffic().sendWhenAsked(put(way), AFTERWARDS);
        assertThat(replies.get(0).interim()).as(way).containsExactly(100);
        Contract.assertServed(replies.get(0), body);
        Contract.assertServed(replies.get(1), "application /anything");
    }

    @ParameterizedTest
    @CsvSource({
        "TOMCAT_9_0_OLDEST, false",
        "TOMCAT_9_0, true",
        "TOMCAT_10_1_OLDEST, true",
        "TOMCAT_10_1, true",
        "TOMCAT_11_0_OLDEST, true",
        "TOMCAT_11_0, true",
    })
    void bodyIsAskedForWhenItIsWanted(Container container, boolean late) {
        String timing = late ? "onRead" : "immediately";
        try (ContainerNode node = start(container)) {
            node.log().await(": continueResponseTiming " + timing);
            assertThat(node.manage(Ask.get("/node")).body())
                    .contains("\"setting\":\"continueResponseTiming\",\"value\":\"" + timing + "\"");
            Reply refused = node.traffic().sendWhenAsked(put("refuse")).get(0);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.interim()).isEqualTo(late ? List.of() : List.of(100));
            assertThat(refused.one("Connection")).isEqualTo("close");
            assertAskedFor(node, "read", "read 1000");
            assertAskedFor(node, "listen", "listened to 1000");
            assertAskedFor(node, "ignore", "served unread");
            assertAskedFor(node, "answer-first", "answered, then read 1000");
            assertThat(node.log().all()).noneMatch(line -> line.contains("requests go on to the application"));
        }
    }
}
