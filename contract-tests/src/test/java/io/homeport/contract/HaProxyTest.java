package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real HAProxy in front of two nodes with the agent: it believes our cookie and our health, and nothing else is set up. */
@ExtendWith(HaProxyCondition.class)
final class HaProxyTest {
    private final Map<String, ContainerNode> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    // Set before each test; closed after it.
    private HaProxy balancer;

    @SuppressWarnings("NullAway.Init")
    HaProxyTest() {}

    @BeforeEach
    void startNodesAndBalancer() {
        ports.put("n1", FreePort.find());
        ports.put("n2", FreePort.find());
        int front = FreePort.find();
        ports.forEach((id, port) -> nodes.put(id, start(id, port, front)));
        balancer = HaProxy.start(front, ports);
        nodes.values().forEach(node -> node.log().await("-> active"));
        node("n1").log().await("peer n2: up");
        node("n2").log().await("peer n1: up");
        awaitBalancer();
    }

    private ContainerNode start(String id, int port, int front) {
        Map<String, String> keys = new HashMap<>();
        keys.put("node.id", id);
        ports.forEach((peer, at) -> {
            keys.put("peer." + peer + ".url", "http://127.0.0.1:" + at);
            keys.put("peer." + peer + ".external-url", "http://127.0.0.1:" + front);
        });
        keys.put("peers.probe.interval", "100ms");
        keys.put("management.port", "0");
        ChildProcess jvm = Container.TOMCAT_11_0.start(Jdk.running(), Surface.AGENT, keys, "-Dbench.port=" + port);
        return new ContainerNode(ServerProcess.ofBench(jvm), "");
    }

    /** HAProxy takes its servers for up until a check says otherwise, so the first answer tells that it listens. */
    private void awaitBalancer() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                assertThat(balancer.client().send(Ask.get("/app/anything")).status())
                        .isEqualTo(200);
                return;
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("HAProxy does not listen:\n" + balancer.log(), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    @AfterEach
    void close() {
        balancer.close();
        nodes.values().forEach(ContainerNode::close);
    }

    private ContainerNode node(String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    private List<Browser> newClients(int count) {
        List<Browser> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Browser client = new Browser(balancer.client());
            assertThat(client.visit()).isEqualTo(1);
            clients.add(client);
        }
        return clients;
    }

    private static Browser clientOf(String node, List<Browser> clients) {
        return clients.stream()
                .filter(client -> client.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void clientsStickToTheNodeOfTheirSession() {
        List<Browser> clients = newClients(8);
        assertThat(clients).extracting(Browser::node).contains("n1", "n2");
        for (int visit = 2; visit <= 5; visit++) {
            for (Browser client : clients) {
                assertThat(client.visit()).isEqualTo(visit);
            }
        }
    }

    @Test
    void cookieIsNotSentAgainToAClientThatHasIt() {
        Browser client = newClients(1).get(0);
        assertThat(client.get("/app/session/create").has("Set-Cookie")).isFalse();
    }

    @Test
    void heldNodeDrains() {
        Browser home = clientOf("n1", newClients(4));
        node("n1").hold();
        balancer.log().await("nodes/n1 is stopping");
        assertThat(newClients(6)).extracting(Browser::node).containsOnly("n2");
        assertThat(home.visit()).isEqualTo(2);
        assertThat(home.node()).isEqualTo("n1");
        node("n1").release();
        balancer.log().await("nodes/n1 is UP");
        assertThat(newClients(4)).extracting(Browser::node).contains("n1");
    }

    /** As its probes say it, {@code http-check send-state}. */
    @Test
    void nodeTellsWhatTheBalancerMakesOfIt() {
        awaitReport("n1", "\"server\":\"nodes/n1\",\"state\":\"UP");
        node("n1").hold();
        awaitReport("n1", "\"server\":\"nodes/n1\",\"state\":\"NOLB");
        assertThat(node("n1")
                        .manage(Ask.get("/node").header("Accept", "text/plain"))
                        .body())
                .containsPattern("balancer .* NOLB.* as nodes/n1, weight [0-9]+/[0-9]+, connections ");
    }

    private void awaitReport(String id, String expected) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        String json = node(id).manage(Ask.get("/node")).body();
        while (!json.contains(expected)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + expected + " in " + json);
            }
            Thread.onSpinWait();
            json = node(id).manage(Ask.get("/node")).body();
        }
    }

    @Test
    void clientsOfAKilledNodeMoveOn() {
        List<Browser> clients = newClients(4);
        Browser orphan = clientOf("n1", clients);
        Browser other = clientOf("n2", clients);
        node("n1").close();
        balancer.log().await("nodes/n1 is DOWN");
        node("n2").log().await("peer n1: down");
        assertThat(orphan.visit()).isEqualTo(1);
        assertThat(orphan.node()).isEqualTo("n2");
        assertThat(orphan.visit()).isEqualTo(2);
        assertThat(other.visit()).isEqualTo(2);
    }
}
