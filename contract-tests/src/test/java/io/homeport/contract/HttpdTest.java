package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A real Apache httpd in front of two Tomcats over AJP: it routes by our cookie, and nothing else is set up. */
@ExtendWith(HttpdCondition.class)
final class HttpdTest {
    private static final List<String> IDS = List.of("n1", "n2");

    private final Map<String, ContainerNode> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> management = new LinkedHashMap<>();
    private final int front = FreePort.find();
    // Set before each test; closed after it.
    private Httpd balancer;

    @SuppressWarnings("NullAway.Init")
    HttpdTest() {}

    @BeforeEach
    void startNodesAndBalancer() {
        IDS.forEach(id -> management.put(id, FreePort.find()));
        IDS.forEach(id -> nodes.put(id, start(id)));
        nodes.values().forEach(node -> node.log().await("-> active"));
        node("n1").log().await("peer n2: up");
        node("n2").log().await("peer n1: up");
        Map<String, Integer> ports = new LinkedHashMap<>();
        nodes.forEach((id, node) -> ports.put(id, node.port()));
        balancer = Httpd.start(front, ports);
        balancer.log().await("resuming normal operations");
    }

    /** Speaks AJP alone, so that its peer asks for its health at the management port. */
    private ContainerNode start(String id) {
        Map<String, String> keys = new HashMap<>();
        keys.put("node.id", id);
        management.forEach((peer, port) -> {
            keys.put("peer." + peer + ".url", "http://127.0.0.1:" + port);
            keys.put("peer." + peer + ".external-url", "http://127.0.0.1:" + front);
        });
        keys.put("peers.probe.interval", "100ms");
        keys.put("management.port", String.valueOf(management.get(id)));
        ChildProcess jvm = Container.TOMCAT_11_0.start(Jdk.running(), Surface.AGENT, keys, Protocol.AJP.options());
        return new ContainerNode(ServerProcess.ofBench(jvm), "", Protocol.AJP);
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

    /** This balancer asks nobody for his health: the node itself sends those on whom it does not take. */
    @Test
    void heldNodeSendsNewClientsToTheOther() {
        Browser home = clientOf("n1", newClients(4));
        node("n1").hold();
        for (int i = 0; i < 6; i++) {
            Browser client = new Browser(balancer.client());
            Reply first = client.get("/app/session/create");
            assertThat(first.status()).isIn(200, 307);
            assertThat(first.all("Location")).allMatch(url -> url.startsWith("http://127.0.0.1:" + front + "/app/"));
            assertThat(client.node()).isEqualTo("n2");
            assertThat(client.visit()).isEqualTo(first.status() == 200 ? 2 : 1);
        }
        assertThat(home.visit()).isEqualTo(2);
    }

    @Test
    void clientsOfAKilledNodeMoveOn() {
        List<Browser> clients = newClients(4);
        Browser orphan = clientOf("n1", clients);
        Browser other = clientOf("n2", clients);
        node("n1").close();
        node("n2").log().await("peer n1: down");
        assertThat(orphan.visit()).isEqualTo(1);
        assertThat(orphan.node()).isEqualTo("n2");
        assertThat(orphan.visit()).isEqualTo(2);
        assertThat(other.visit()).isEqualTo(2);
    }

    @Test
    void probeIsAnsweredThroughTheWebServer() {
        Reply reply = balancer.client().send(Ask.get("/health"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.one("Homeport-State")).isEqualTo("active");
    }
}
