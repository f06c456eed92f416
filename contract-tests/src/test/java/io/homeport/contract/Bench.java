package io.homeport.contract;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The nodes of one test class, each started when it is first needed, and the peers around each. */
final class Bench implements AutoCloseable {
    private final Host host;
    private final Map<Setup, NodeUnderTest> nodes = new EnumMap<>(Setup.class);
    private final Set<Setup> tried = EnumSet.noneOf(Setup.class);
    private final Map<Setup, Neighbourhood> neighbourhoods = new EnumMap<>(Setup.class);

    Bench(Host host) {
        this.host = host;
    }

    Host host() {
        return host;
    }

    String health() {
        return host.health();
    }

    Neighbourhood neighbourhood(Setup setup) {
        return neighbourhoods.computeIfAbsent(setup, key -> new Neighbourhood());
    }

    NodeUnderTest node(Setup setup) {
        NodeUnderTest running = nodes.get(setup);
        if (running == null) {
            running = started(setup);
            nodes.put(setup, running);
        }
        return running;
    }

    /** A start that fails would fail the same way for every test of the class, and each would wait for it. */
    private NodeUnderTest started(Setup setup) {
        if (!tried.add(setup)) {
            throw new AssertionError("the node did not start; see the first failure of this class");
        }
        Neighbourhood peers = neighbourhood(setup);
        NodeUnderTest node = host.start(setup.configuration(peers), setup);
        node.log().await(setup.ready());
        peers.awaitSeenBy(node.log(), setup);
        return node;
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeUnderTest::close);
        neighbourhoods.values().forEach(Neighbourhood::close);
    }
}
