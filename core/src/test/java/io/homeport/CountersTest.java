package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

final class CountersTest {

    @Test
    void everyDecisionIsCountedOnceAndOwnersAreKnownPeersOnly() {
        TestNode test = TestNode.activeOf("peers=node2=http://2;node3=http://3", "foreign.owner-down=adopt");
        test.peer("node3").status(PeerStatus.silent("gone"));
        for (String route : List.of("node1", "", "node2", "node3", "evil")) {
            test.homeport.decide(FakeRequest.get("/cart").cookie("HOMEPORT=" + route));
        }
        test.homeport.decide(FakeRequest.get("/cart").cookie("HOMEPORT=node2").withHomeSession());
        test.homeport.probe(FakeRequest.get("/health"));
        test.homeport.decide(FakeRequest.get("/health/live"));

        Map<String, Double> meters = read(test);

        assertThat(meters)
                .containsEntry("homeport.requests[decision=pass]", 5.0)
                .containsEntry("homeport.requests[decision=redirect]", 1.0)
                .containsEntry("homeport.requests[decision=refuse]", 0.0)
                .containsEntry("homeport.requests[decision=health]", 2.0)
                .containsEntry("homeport.foreign[owner=node2, outcome=redirect]", 1.0)
                .containsEntry("homeport.foreign[owner=node2, outcome=home]", 1.0)
                .containsEntry("homeport.foreign[owner=node3, outcome=adopt]", 1.0)
                .containsEntry("homeport.foreign[owner=unknown, outcome=adopt]", 1.0)
                .containsEntry("homeport.peer.up[peer=node2]", 1.0)
                .containsEntry("homeport.peer.up[peer=node3]", 0.0)
                .containsEntry("homeport.state[state=active]", 1.0)
                .containsEntry("homeport.state[state=full]", 0.0)
                .containsEntry("homeport.sessions[]", 0.0)
                .containsEntry("homeport.errors[kind=test]", 1.0);
        assertThat(meters.keySet()).noneMatch(name -> name.contains("evil"));
    }

    private static Map<String, Double> read(TestNode test) {
        Faults faults = new Faults(() -> Instant.EPOCH, line -> {});
        faults.report("test", new IllegalStateException());
        Map<String, Double> values = new TreeMap<>();
        new Meters(test.node, test.peers, faults, test.homeport.counters()).describe(new Meters.Sink() {
            @Override
            public void gauge(String name, List<Meters.Label> labels, DoubleSupplier value) {
                values.put(name + labelled(labels), value.getAsDouble());
            }

            @Override
            public void counter(String name, List<Meters.Label> labels, DoubleSupplier value) {
                gauge(name, labels, value);
            }
        });
        return values;
    }

    private static String labelled(List<Meters.Label> labels) {
        return labels.stream()
                .map(label -> label.name() + "=" + label.value())
                .toList()
                .toString();
    }
}
