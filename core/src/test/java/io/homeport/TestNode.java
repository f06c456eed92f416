package io.homeport;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A whole node in memory, put together from configuration lines; the host name is {@code node1}. */
final class TestNode {
    final Configuration configuration;
    final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    final Node node;
    final Peers peers;
    final Homeport homeport;

    private TestNode(Configuration configuration) {
        this.configuration = configuration;
        this.node = new Node(configuration, log::add);
        this.peers = new Peers(configuration.peers());
        this.homeport = new Homeport(configuration, node, peers, new Faults(() -> Instant.EPOCH, log::add));
    }

    static TestNode of(String... lines) {
        return new TestNode(valid(lines));
    }

    /** One with an application, and with its peers probed and found to be active. */
    static TestNode activeOf(String... lines) {
        TestNode node = of(lines);
        node.node.apply(NodeEvent.APPLICATION_STARTED);
        node.peers.all().forEach(peer -> peer.status(seen(peer.id(), "active")));
        return node;
    }

    static PeerStatus seen(String id, String state) {
        return PeerStatus.of(id, 0, 200, id, state);
    }

    Peer peer(String id) {
        return Objects.requireNonNull(peers.byId(id));
    }

    static Configuration valid(String... lines) {
        Configuration.Outcome outcome = read(lines);
        if (outcome.configuration() == null) {
            throw new AssertionError(outcome.problems().toString());
        }
        return outcome.configuration();
    }

    static Configuration.Outcome read(String... lines) {
        return Configuration.read(List.of(source("test", lines)), "node1");
    }

    static List<String> problems(String... lines) {
        return read(lines).problems().stream().map(Problem::toString).toList();
    }

    static Source source(String name, String... lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return new Source(name, values);
    }
}
