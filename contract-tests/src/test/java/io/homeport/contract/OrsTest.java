package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The preset {@code genesys-ors} behind the balancers of Genesys' document, configured by the lines that stand there. */
final class OrsTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    private ContainerNode start(Map<String, String> more, Protocol protocol) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("preset", "genesys-ors");
        keys.put("management.port", "0");
        keys.putAll(more);
        ChildProcess jvm = Container.TOMCAT_11_0.start(Jdk.running(), Surface.AGENT, keys, protocol.options());
        ContainerNode node = new ContainerNode(ServerProcess.ofBench(jvm), "", protocol);
        open.add(node);
        return node;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    @ExtendWith(HaProxyCondition.class)
    void haproxyLeavesABackupOut() {
        ContainerNode primary = start(Map.of("node.id", "ors1"), Protocol.HTTP_1_1);
        ContainerNode backup = start(Map.of("node.id", "ors1", "node.role", "backup"), Protocol.HTTP_1_1);
        primary.log().await("-> active");
        backup.log().await("-> backup");
        HaProxy balancer = HaProxy.start(FreePort.find(), """
                  option httpchk GET /heartbeat HTTP/1.1\\r\\nHost:\\ www
                  default-server inter 200ms rise 1 fall 1
                  server ORS1_P 127.0.0.1:%d check
                  server ORS1_B 127.0.0.1:%d check
                """.formatted(primary.port(), backup.port()));
        open.add(balancer);
        balancer.awaitListening();

        balancer.awaitSeen("ORS1_P", "check_code", "200");
        balancer.awaitSeen("ORS1_P", "status", "UP");
        balancer.awaitSeen("ORS1_B", "check_code", "503");
        balancer.awaitSeen("ORS1_B", "status", "DOWN");
    }

    /** Over AJP, so that the peers ask for their health at the management port. */
    @Test
    @ExtendWith(HttpdCondition.class)
    void httpdReadsTheRouteBehindTheSessionId() {
        Map<String, Integer> management = Map.of("n1", FreePort.find(), "n2", FreePort.find());
        int front = FreePort.find();
        Map<String, ContainerNode> nodes = new LinkedHashMap<>();
        for (String id : List.of("n1", "n2")) {
            Map<String, String> keys = new LinkedHashMap<>();
            keys.put("node.id", id);
            keys.put("management.port", String.valueOf(management.get(id)));
            keys.put("peers.probe.interval", "100ms");
            management.forEach((peer, port) -> {
                keys.put("peer." + peer + ".url", "http://127.0.0.1:" + port);
                keys.put("peer." + peer + ".external-url", "http://127.0.0.1:" + front);
            });
            nodes.put(id, start(keys, Protocol.AJP));
        }
        ContainerNode first = Objects.requireNonNull(nodes.get("n1"));
        first.log().await("peer n2: up");
        Objects.requireNonNull(nodes.get("n2")).log().await("peer n1: up");
        Map<String, Integer> ports = new LinkedHashMap<>();
        nodes.forEach((id, node) -> ports.put(id, node.port()));
        Httpd balancer = Httpd.start(front, ports, "stickysession=ORSSESSIONID");
        open.add(balancer);
        balancer.log().await("resuming normal operations");

        Browser home = client(balancer, "n1");
        for (int visit = 2; visit <= 6; visit++) {
            assertThat(home.visit()).isEqualTo(visit);
        }
        first.hold();
        assertThat(home.visit()).isEqualTo(7);
        for (int i = 0; i < 6; i++) {
            Browser fresh = new Browser(balancer.client());
            Reply reply = fresh.get("/app/session/create");
            // Held n1 sends new clients away; the balancer must see where to by the cookie of that answer alone.
            assertThat(node(fresh)).isEqualTo("n2");
            assertThat(fresh.visit()).isEqualTo(reply.status() == 307 ? 1 : 2);
        }
    }

    private static Browser client(Httpd balancer, String node) {
        for (int i = 0; i < 20; i++) {
            Browser client = new Browser(balancer.client());
            assertThat(client.visit()).isEqualTo(1);
            if (node(client).equals(node)) {
                assertThat(client.cookie("ORSSESSIONID")).isEqualTo(client.cookie("JSESSIONID") + "." + node);
                return client;
            }
        }
        throw new AssertionError("no client of " + node);
    }

    private static String node(Browser client) {
        String value = client.cookie("ORSSESSIONID");
        return value.substring(value.lastIndexOf('.') + 1);
    }
}
