package io.homeport.runtime;

import io.homeport.CheckSettings;
import io.homeport.CheckStatus;
import io.homeport.Configuration;
import io.homeport.Faults;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** An active node with one check, {@code db}, that somebody else runs. */
final class CheckedNode {
    final List<String> log = new CopyOnWriteArrayList<>();
    final Node node;
    final CheckSettings check;
    final Faults faults = new Faults(() -> Instant.EPOCH, log::add);

    private CheckedNode(Configuration configuration) {
        this.node = new Node(configuration, log::add);
        this.check = configuration.health().checks().get(0);
        node.apply(NodeEvent.APPLICATION_STARTED);
    }

    /** @param settings what follows {@code health.check.db.} */
    static CheckedNode of(String... settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            values.put("health.check.db." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        Configuration.Outcome outcome = Configuration.read(List.of(new Source("test", values)), "node1");
        return new CheckedNode(Objects.requireNonNull(outcome.configuration(), outcome.problems()::toString));
    }

    CheckStatus status() {
        return node.checks().all().get(0);
    }

    /** As in {@code DOWN refused}. */
    String seen() {
        return status().condition() + " " + status().why();
    }

    /** One look as the configuration has it. */
    Seen look(LookSources sources) throws Exception {
        return Looks.of(check, sources).look();
    }

    Seen look() throws Exception {
        return look(new LookSources(node));
    }
}
