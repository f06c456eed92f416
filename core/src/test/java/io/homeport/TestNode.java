package io.homeport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A whole node in memory, put together from configuration lines; the host name is {@code node1}. */
final class TestNode {
    final Configuration configuration;
    final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    final Node node;
    final Peers peers;
    final Homeport homeport;
    // What sessions() has added last.
    private @Nullable SessionSource present;

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

    /** One that is in that state. */
    static TestNode in(NodeState state, String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        if (state == NodeState.FULL && !String.join(" ", all).contains("session.max")) {
            all.add("session.max=3");
        }
        TestNode test = of(all.toArray(new String[0]));
        if (state != NodeState.STARTING) {
            test.node.apply(NodeEvent.APPLICATION_STARTED);
        }
        switch (state) {
            case STARTING, ACTIVE -> {}
            case FULL -> test.node.apply(NodeEvent.SESSIONS_FULL);
            case ON_HOLD -> test.node.apply(NodeEvent.HOLD);
            case BACKUP -> test.node.apply(NodeEvent.DEMOTE);
            case FAILING -> test.node.apply(NodeEvent.CHECKS_FAILING);
            case STOPPING -> test.node.apply(NodeEvent.STOP);
        }
        return test;
    }

    /** A round of that check has ended as often as it takes to be believed. */
    void check(String name, boolean good, String why) {
        for (CheckSettings check : configuration.health().checks()) {
            if (check.name().equals(name)) {
                node.checks().saw(check, good, why);
                node.checks().saw(check, good, why);
            }
        }
    }

    /** It now has so many sessions. */
    void sessions(int count) {
        SessionSource source = new SessionSource() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public boolean contains(String id) {
                return false;
            }

            @Override
            public long oldestUse(long now) {
                return now;
            }
        };
        if (present != null) {
            node.sessions().remove(present);
        }
        present = source;
        node.sessions().add(source);
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
