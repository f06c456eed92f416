package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A node beside one peer, in a JVM whose command line the test composes around the agent's option. */
final class NeighbourNode implements AutoCloseable {
    private static final String JAR = "-Dbench.jar=" + Surface.AGENT.jar();

    private final FakePeer peer = new FakePeer("n2", FakePeer.Manner.ANSWERS);
    private final ContainerNode node;

    /** @param launch starts the JVM with the options it is given among its own */
    NeighbourNode(Function<List<String>, ChildProcess> launch) {
        List<String> options = Surface.AGENT.options(Map.of(
                "node.id", "n1",
                "peers", "n2=" + peer.url(),
                "peers.probe.interval", "100ms",
                "management.port", "0",
                "dns.ttl", "2"));
        node = new ContainerNode(ServerProcess.ofBench(launch.apply(List.of(options.get(0), JAR))), "");
        node.log().await("node n1: starting -> active");
        node.log().await("peer n2: up");
    }

    ContainerNode node() {
        return node;
    }

    /** Health, affinity, redirect home and the DNS policy, and nothing of ours in what the application sees. */
    void assertAtWork() {
        assertThat(node.send(Ask.get("/health")).status()).isEqualTo(200);
        String session = Contract.sessionOn(node);
        Contract.assertStampedWithItsSession(node.send(Ask.get("/app/session/create")));
        Contract.assertSentHome(node.send(Ask.get("/app/echo").cookie("HOMEPORT=n2")), peer.url() + "/app/echo");
        Reply home = node.send(Ask.get("/app/session/read").cookie(session).cookie("HOMEPORT=n1"));
        Contract.assertServed(home, "visit 2");
        Contract.assertUnstamped(home);
        assertThat(node.manage(Ask.get("/node")).body()).contains("\"dns\":{\"ttl\":2,\"negative-ttl\":0}");
        assertThat(node.log().all())
                .filteredOn(line -> line.startsWith("homeport: ") && line.contains("DNS cache"))
                .containsExactly("homeport: node n1, DNS cache 2 s, not found 0 s (verified); waiting for a container");
        assertThat(node.log().all())
                .noneMatch(line -> line.contains("not hooked") || line.contains("requests go on to the application"));
    }

    @Override
    public void close() {
        node.close();
        peer.close();
    }
}
