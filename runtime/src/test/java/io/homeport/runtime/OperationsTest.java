package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.SessionSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator does to a node that is open, by each of the ways there are. */
@Timeout(60)
final class OperationsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileHoldsTheNodeAndItsEndReleasesIt() throws Exception {
        Path file = folder.resolve("hold");
        try (OpenNode open = OpenNode.of("hold.file=" + file)) {
            open.node.applicationStarted();
            Files.createFile(file);
            line(open, "node node1: active -> on-hold");
            Files.delete(file);
            line(open, "node node1: on-hold -> active");
        }
    }

    @Test
    void aFileThatIsThereAtTheStartHoldsAtOnce() throws Exception {
        Path file = Files.createFile(folder.resolve("hold"));
        try (OpenNode open = OpenNode.of("hold.file=" + file)) {
            open.node.applicationStarted();
            line(open, "node node1: starting -> on-hold");
        }
    }

    @ParameterizedTest
    @CsvSource({"/node/demote, backup, backup", "/node/promote, active, primary"})
    void rolesChangeByPost(String path, String state, String role) throws Exception {
        try (OpenNode open = OpenNode.of("node.role=backup")) {
            open.node.applicationStarted();

            assertThat(post(open, path).body()).isEqualTo("{\"state\":\"" + state + "\",\"role\":\"" + role + "\"}\n");
            assertThat(get(open, "/node").body()).contains("\"role\":\"" + role + "\"");
        }
    }

    @Test
    void aSessionThatLivesHereIsFoundWithAndWithoutItsRoute() throws Exception {
        try (OpenNode open = OpenNode.of()) {
            open.node.sessions().add(new Fixed(Set.of("a.b", "c d")));

            assertThat(get(open, "/sessions/a.b").body()).isEqualTo("{\"session\":\"a.b\",\"node\":\"node1\"}\n");
            assertThat(get(open, "/sessions/a.b.node1").statusCode()).isEqualTo(200);
            assertThat(get(open, "/sessions/c%20d").statusCode()).isEqualTo(200);
            assertThat(get(open, "/sessions/a").statusCode()).isEqualTo(404);
            assertThat(get(open, "/sessions/").statusCode()).isEqualTo(404);
            assertThat(post(open, "/sessions/a.b").statusCode()).isEqualTo(405);
            assertThat(get(open, "/node").body()).contains("\"sessions\":2");
        }
    }

    @Test
    void theMetersAreReadAsPrometheusReadsThem() throws Exception {
        try (OpenNode open = OpenNode.of("peers=node2=http://127.0.0.1:1")) {
            open.node.sessions().add(new Fixed(Set.of("a")));
            get(open, "/health");

            HttpResponse<String> page = get(open, "/metrics");

            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(page.body().lines())
                    .contains(
                            "homeport_sessions 1.0",
                            "homeport_requests_total{decision=\"health\"} 1.0",
                            "homeport_peer_up{peer=\"node2\"} 0.0",
                            "homeport_state{state=\"starting\"} 1.0");
            open.node.homeport().report("later", new IllegalStateException());
            assertThat(get(open, "/metrics").body()).contains("homeport_errors_total{kind=\"later\"} 1.0");
        }
    }

    @Test
    void theBeanDoesWhatTheListenerDoes() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("io.homeport:type=Node");
        try (OpenNode open = OpenNode.of()) {
            open.node.applicationStarted();
            while (!server.isRegistered(name)) {
                Thread.onSpinWait();
            }
            NodeMXBean bean = JMX.newMXBeanProxy(server, name, NodeMXBean.class);

            assertThat(bean.getNode() + bean.getState() + bean.getRole()).isEqualTo("node1activeprimary");
            assertThat(bean.hold()).isEqualTo("on-hold");
            assertThat(bean.demote()).isEqualTo("backup");
            assertThat(bean.promote()).isEqualTo("on-hold");
            assertThat(bean.release()).isEqualTo("active");
            assertThat(bean.getSessions() + bean.getInFlight()).isZero();
        }
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void aDrainHoldsTheNodeAndWrongDurationsAreRefused() throws Exception {
        try (OpenNode open = OpenNode.of()) {
            open.node.applicationStarted();

            assertThat(post(open, "/node/drain?wait=soon").body())
                    .isEqualTo("wait=soon (expected: a duration such as 30s)\n");
            assertThat(post(open, "/node/drain?x=1s").statusCode()).isEqualTo(400);
            assertThat(open.log).noneMatch(line -> line.contains("on-hold"));
            assertThat(post(open, "/node/drain?wait=1m&websockets=1s&connections=1s")
                            .body())
                    .isEqualTo("{\"state\":\"on-hold\"}\n");
        }
    }

    @Test
    void whereALockDecidesNobodyElsePromotes() throws Exception {
        try (OpenNode open = OpenNode.of("role.lock=file:" + folder.resolve("lock"), "role.lock.lease=1s")) {
            open.node.applicationStarted();
            line(open, "role.lock: held, fence 1");

            assertThat(post(open, "/node/promote").statusCode()).isEqualTo(409);
            assertThat(get(open, "/node").body()).contains("\"lock\":{\"held\":true,\"fence\":1,");
            assertThat(post(open, "/node/demote").body()).contains("\"role\":\"backup\"");
        }
    }

    @Test
    void theTokenGuardsWhatIsNew() throws Exception {
        try (OpenNode open = OpenNode.of("management.token=s3cr3t")) {
            for (String path : new String[] {"/metrics", "/sessions/a"}) {
                assertThat(get(open, path).statusCode()).isEqualTo(401);
            }
            assertThat(post(open, "/node/promote").statusCode()).isEqualTo(401);
        }
    }

    private static void line(OpenNode open, String expected) throws InterruptedException {
        String line = "";
        while (line != null && !line.equals(expected)) {
            line = open.log.poll(20, TimeUnit.SECONDS);
        }
        assertThat(line).isEqualTo(expected);
    }

    private static HttpResponse<String> get(OpenNode open, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(open, path)).GET());
    }

    private static HttpResponse<String> post(OpenNode open, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(open, path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static URI uri(OpenNode open, String path) {
        return URI.create("http://127.0.0.1:" + open.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private record Fixed(Set<String> ids) implements SessionSource {
        @Override
        public int count() {
            return ids.size();
        }

        @Override
        public boolean contains(String id) {
            return ids.contains(id);
        }

        @Override
        public long oldestUse(long now) {
            return now;
        }
    }
}
