package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contract section 2: what happens on a configuration with mistakes. */
interface MistakesContract {

    ContainerHost server();

    private static Map<String, String> mistaken() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("node.id", "not-a-route");
        keys.put("peer", "n2=http://127.0.0.1:1");
        keys.put("peers.probe.interval", "2 seconds");
        keys.put("affinity.cookie.secure", "false");
        keys.put("affinity.cookie.same-site", "None");
        keys.put("affinity.container-route", "true");
        return keys;
    }

    private static void assertAllAreReported(LogLines log) {
        log.await("node.id: not-a-route (expected: 1 to 32 of A-Z a-z 0-9 _)");
        log.await("peer: n2=http://127.0.0.1:1 (expected: a known key; nearest: peers");
        log.await("peers.probe.interval: 2 seconds (expected: a duration");
        log.await("affinity.cookie.secure: false (expected:");
    }

    /** The agent stops the JVM before the application runs; a filter fails its deployment; what runs goes on. */
    @Test
    default void allMistakesAreReportedAtOnceAndNothingStarts() {
        try (ChildProcess jvm = server().container().start(server().jdk(), server().surface(), mistaken())) {
            assertAllAreReported(jvm.log());
            if (server().surface() == Surface.LATE) {
                assertIsInert(jvm);
                return;
            }
            boolean filter = server().surface().isFilter();
            assertThat(jvm.exitCode()).isEqualTo(filter ? 3 : 1);
            assertThat(jvm.log().all().stream()
                            .anyMatch(line -> line.contains("affinity.container-route: true (expected:")))
                    .as("what a filter cannot do")
                    .isEqualTo(filter);
            assertThat(jvm.log().all()).noneMatch(line -> line.startsWith("bench port"));
        }
    }

    @Test
    default void withoutStrictnessTheyAreAWarningAndHomeportIsInert() {
        Map<String, String> keys = mistaken();
        keys.put("strict", "false");
        try (ChildProcess jvm = server().container().start(server().jdk(), server().surface(), keys)) {
            assertAllAreReported(jvm.log());
            assertIsInert(jvm);
        }
    }

    private void assertIsInert(ChildProcess jvm) {
        String port = jvm.log().await("bench port ");
        RawClient client = new RawClient(Integer.parseInt(port.substring("bench port ".length())));
        Reply reply = client.send(Ask.get("/app/session/create").cookie("HOMEPORT=n2"));
        Contract.assertServed(reply, "visit 1");
        Contract.assertUnstamped(reply);
        assertThat(client.send(Ask.get(server().health())).has("Homeport-Node")).isFalse();
    }
}
