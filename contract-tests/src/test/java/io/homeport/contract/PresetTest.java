package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each preset, asked by the monitors of its product's own documents, byte for byte where these give bytes. */
final class PresetTest {
    /** Genesys ORS: an F5 monitor's send and receive string. */
    private static final String HEARTBEAT = "GET /heartbeat HTTP/1.0\r\n\r\n";

    private static final Pattern HEARTBEAT_IS_WELL = Pattern.compile("HTTP/1.[01] 20[0-6]");

    /** The same by HAProxy's {@code option httpchk}, which adds what ends the headers. */
    private static final String HTTPCHK = "GET /heartbeat HTTP/1.1\r\nHost: www\r\n\r\n";

    /** Flynet: an F5 monitor's send string, to which the F5 itself adds two more line ends. */
    private static final String FLYNET =
            "GET /FVTerm/FVHealth.aspx HTTP/1.1\r\nHost: host.domain.com\r\nConnection: Close\r\n\r\n\r\n";

    private static ContainerNode start(String preset, String... keys) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("node.id", "n1");
        all.put("preset", preset);
        all.put("management.port", "0");
        for (int i = 0; i < keys.length; i += 2) {
            all.put(keys[i], keys[i + 1]);
        }
        ContainerNode node = new ContainerNode(
                ServerProcess.ofBench(Container.TOMCAT_11_0.start(Jdk.running(), Surface.AGENT, all)), "");
        node.log().await("node n1: starting -> ");
        return node;
    }

    private static String ask(ContainerNode node, String probe) {
        return new RawClient(node.port()).exchange(probe);
    }

    @Test
    void heartbeatOfOrsIsWellWhileTheNodeIsPrimaryAndActive() {
        try (ContainerNode node = start("genesys-ors")) {
            for (String probe : new String[] {HEARTBEAT, HEARTBEAT + "\r\n\r\n", HTTPCHK}) {
                assertThat(ask(node, probe)).containsPattern(HEARTBEAT_IS_WELL).endsWith("\r\n\r\nACTIVE");
            }
            node.hold();
            assertThat(ask(node, HEARTBEAT))
                    .doesNotContainPattern(HEARTBEAT_IS_WELL)
                    .contains(" 503 ");
            assertThat(ask(node, HTTPCHK)).contains(" 503 ").endsWith("ON HOLD");
            node.release();
            assertThat(ask(node, HEARTBEAT)).containsPattern(HEARTBEAT_IS_WELL);
        }
    }

    @Test
    void heartbeatOfABackupHasTheStatusThatIsConfiguredForIt() {
        try (ContainerNode node = start("genesys-ors", "node.role", "backup")) {
            assertThat(ask(node, HEARTBEAT))
                    .doesNotContainPattern(HEARTBEAT_IS_WELL)
                    .contains(" 503 ")
                    .endsWith("BACKUP");
        }
        try (ContainerNode node = start("genesys-ors", "node.role", "backup", "health.status.backup", "404")) {
            assertThat(ask(node, HEARTBEAT))
                    .doesNotContainPattern(HEARTBEAT_IS_WELL)
                    .contains(" 404 ");
            assertThat(ask(node, HTTPCHK)).contains(" 404 ");
        }
    }

    @Test
    void orsCookieIsTheSessionIdADotAndTheRoute() {
        try (ContainerNode node = start("genesys-ors", "peers", "n2=http://127.0.0.1:" + FreePort.find())) {
            Reply created = node.send(Ask.get("/app/session/create"));
            String session = created.cookie("JSESSIONID");
            assertThat(created.cookie("ORSSESSIONID")).isEqualTo(session + ".n1");

            Reply again = node.send(Ask.get("/app/session/create")
                    .cookie("JSESSIONID=" + session)
                    .cookie("ORSSESSIONID=" + session + ".n1"));
            Contract.assertServed(again, "visit 2");
            assertThat(again.has("Set-Cookie")).isFalse();

            Reply mended =
                    node.send(Ask.get("/app/session/create").cookie("JSESSIONID=" + session + "; ORSSESSIONID=x.n2"));
            Contract.assertServed(mended, "visit 3");
            assertThat(mended.cookie("ORSSESSIONID")).isEqualTo(session + ".n1");
        }
    }

    @Test
    void pageOfFlynetHasTheWordsThatF5LooksFor() {
        try (ContainerNode node = start("flynet")) {
            assertThat(ask(node, FLYNET))
                    .startsWith("HTTP/1.1 200")
                    .containsPattern("(?i)content-type: text/html")
                    .contains("Server=<span id=\"lblStatus\">ACTIVE</span>");
            node.hold();
            assertThat(ask(node, FLYNET))
                    .startsWith("HTTP/1.1 200")
                    .contains("<span id=\"lblStatus\">ON HOLD</span>")
                    .doesNotContain("ACTIVE");
        }
        try (ContainerNode node = start("flynet", "node.role", "backup")) {
            assertThat(ask(node, FLYNET)).startsWith("HTTP/1.1 503").doesNotContain("ACTIVE");
        }
    }

    /** The text of the page is in UTF-8, which this client does not read. */
    @Test
    void pageOfFlynetTellsHowManySessionsAreFree() {
        try (ContainerNode node = start("flynet", "session.max", "500")) {
            assertThat(ask(node, FLYNET))
                    .contains("<span id=\"lblStatus\">ACTIVE \u00e2\u0080\u0093 ")
                    .containsPattern("[0-9]+ Sessions Available</span>");
        }
    }

    @Test
    void healthCheckOfAxwayIsOkOrSaysWhatItIs() {
        String probe = "GET /healthcheck HTTP/1.1\r\nHost: GATEWAY_HOST:8080\r\nConnection: close\r\n\r\n";
        try (ContainerNode node = start("axway-gateway")) {
            assertThat(ask(node, probe)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n<status>ok</status>");
            assertThat(ask(node, "GET /healthcheck HTTP/1.0\r\n\r\n")).endsWith("<status>ok</status>");
            node.hold();
            assertThat(ask(node, probe)).startsWith("HTTP/1.1 503").endsWith("\r\n\r\n<status>on-hold</status>");
        }
        try (ContainerNode node = start("axway-gateway", "node.role", "backup")) {
            assertThat(ask(node, probe)).startsWith("HTTP/1.1 503").endsWith("<status>backup</status>");
        }
    }

    @Test
    void healthCheckOfSymphonyTellsBothConnectionsAndTheVersion() {
        String probe = "GET /agent/v2/HealthCheck HTTP/1.1\r\nHost: agent-server:8443\r\nConnection: close\r\n";
        try (ContainerNode node = start("symphony-agent", "node.version", "1.52.0")) {
            String well = "{\"podConnectivity\":true,\"keyManagerConnectivity\":true,\"version\":\"1.52.0\"}";
            assertThat(ask(node, probe + "\r\n")).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n" + well);
            assertThat(ask(node, probe + "Accept: application/json, */*\r\n\r\n"))
                    .endsWith(well);
            node.hold();
            assertThat(ask(node, probe + "\r\n"))
                    .startsWith("HTTP/1.1 503")
                    .endsWith("{\"podConnectivity\":false,\"keyManagerConnectivity\":false,\"version\":\"1.52.0\"}");
        }
    }

    @Test
    void pingOfTibcoIsAnswered() {
        String probe = "GET /ping HTTP/1.0\r\n\r\n";
        try (ContainerNode node = start("tibco-gateway")) {
            assertThat(ask(node, probe)).contains(" 200 ").endsWith("\r\n\r\nACTIVE");
            node.hold();
            assertThat(ask(node, probe)).contains(" 503 ").endsWith("\r\n\r\nON HOLD");
        }
    }
}
