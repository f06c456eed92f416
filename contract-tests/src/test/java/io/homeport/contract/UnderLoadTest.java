package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators do to a node while clients use it: no home session is lost and no request fails. */
final class UnderLoadTest {
    private static final int CLIENTS = 50;
    private static final int REQUESTS = 10;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        clients.shutdownNow();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_11_0", "JETTY_12_1_EE11", "UNDERTOW_2_3"})
    void sigtermIsNoticedAndEverythingIsServedUntilTheNoticeIsOver(Container container) throws Exception {
        ContainerNode node = start(container, Map.of("stop.notice", "1m"));
        node.log().await("node n1: starting -> active");
        List<Session> sessions = sessions(node);
        List<Future<Void>> before = begin(sessions);
        ProcessHandle jvm = ProcessHandle.of(node.jvm().pid()).orElseThrow();
        jvm.destroy();
        node.log().await("node n1: active -> stopping");
        assertThat(node.manage(Ask.get("/health")).one("Homeport-State")).isEqualTo("stopping");
        end(before);
        end(begin(sessions));
        assertThat(node.send(Ask.get("/app/anything")).status()).isEqualTo(200);
        jvm.destroy();
        assertThat(node.jvm().exitCode()).isEqualTo(143);
        assertThat(node.log().all()).contains("homeport: SIGTERM again: stopping now");
    }

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_11_0", "JETTY_12_1_EE11", "UNDERTOW_2_3"})
    void aDrainEndsWithTheLastSessionAndKeepsEachUntilThen(Container container) throws Exception {
        FakePeer peer = new FakePeer("n2", FakePeer.Manner.ANSWERS);
        open.add(peer);
        int management = FreePort.find();
        ContainerNode node = start(
                container,
                Map.of(
                        "peers",
                        "n2=" + peer.url(),
                        "peers.probe.interval",
                        "100ms",
                        "management.port",
                        "" + management));
        node.log().await("node n1: starting -> active");
        node.log().await("peer n2: up");
        List<Session> sessions = sessions(node);
        List<Future<Void>> load = begin(sessions);
        try (ChildProcess drain = command("drain", "-m", "" + management, "--wait", "5m", "--connections", "1s")) {
            node.log().await("node n1: active -> on-hold");
            end(load);
            end(begin(sessions));
            assertThat(node.send(Ask.get("/app/anything")).one("Location")).startsWith(peer.url());
            drain.log().await(CLIENTS + " sessions, ");
            for (Session session : sessions) {
                session.end();
            }
            assertThat(drain.exitCode()).isZero();
            assertThat(drain.log().all()).last().isEqualTo("drained: no session, nothing in flight");
        }
        assertThat(node.manage(Ask.get("/node")).body()).contains("\"state\":\"on-hold\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_11_0", "JETTY_12_1_EE11", "UNDERTOW_2_3"})
    void rolesChangeHandsAndTheSessionsOfTheOldPrimaryLive(Container container) throws Exception {
        int first = FreePort.find();
        int second = FreePort.find();
        String urls = "http://127.0.0.1:" + first + ";http://127.0.0.1:" + second;
        ContainerNode primary = start(container, instance(urls, first, "primary"));
        ContainerNode backup = start(container, instance(urls, second, "backup"));
        backup.log().await("node n1: backup of http://127.0.0.1:" + first);
        assertThat(backup.send(Ask.get("/app/anything")).one("Location"))
                .startsWith("http://127.0.0.1:" + first + "/app/anything");
        List<Session> sessions = sessions(primary);
        List<Future<Void>> load = begin(sessions);

        assertThat(backup.manage(Ask.of("POST", "/node/promote")).body()).contains("\"role\":\"primary\"");
        primary.log().await("node n1: conflict: primary here, and at http://127.0.0.1:" + second + " too");
        assertThat(primary.manage(Ask.get("/node")).body()).contains("\"conflict\":\"http://127.0.0.1:" + second);
        assertThat(primary.manage(Ask.of("POST", "/node/demote")).body()).contains("\"role\":\"backup\"");
        primary.log().await("node n1: backup of http://127.0.0.1:" + second);

        end(load);
        end(begin(sessions));
        assertThat(primary.send(Ask.get("/app/anything")).one("Location"))
                .startsWith("http://127.0.0.1:" + second + "/app/anything");
        assertThat(backup.send(Ask.get("/app/anything")).status()).isEqualTo(200);
    }

    private static Map<String, String> instance(String urls, int port, String role) {
        return Map.of(
                "peer.n1.url",
                urls,
                "node.url",
                "http://127.0.0.1:" + port,
                "node.role",
                role,
                "peers.probe.interval",
                "100ms",
                "management.port",
                "" + port);
    }

    private ContainerNode start(Container container, Map<String, String> more) {
        Map<String, String> keys = new java.util.HashMap<>(Map.of("node.id", "n1", "management.port", "0"));
        keys.putAll(more);
        ContainerNode node =
                new ContainerNode(ServerProcess.ofBench(container.start(Jdk.running(), Surface.AGENT, keys)), "");
        open.add(node);
        return node;
    }

    private static ChildProcess command(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-jar", Surface.AGENT.jar().toString()));
        all.addAll(List.of(arguments));
        return ChildProcess.jvm(Jdk.running(), all);
    }

    private List<Session> sessions(ContainerNode node) throws IOException {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Session session = new Session(new KeptConnection(node.port()));
            open.add(session);
            session.visit();
            sessions.add(session);
        }
        return sessions;
    }

    private List<Future<Void>> begin(List<Session> sessions) {
        List<Future<Void>> running = new ArrayList<>();
        for (Session session : sessions) {
            running.add(clients.submit((Callable<Void>) () -> {
                for (int i = 0; i < REQUESTS; i++) {
                    session.visit();
                }
                return null;
            }));
        }
        return running;
    }

    private static void end(List<Future<Void>> running) throws Exception {
        for (Future<Void> each : running) {
            each.get();
        }
    }

    /** A client with a session, whose every visit must find all those before it. */
    private static final class Session implements AutoCloseable {
        private final KeptConnection connection;
        private String cookies = "";
        private int visits;

        Session(KeptConnection connection) {
            this.connection = connection;
        }

        void visit() throws IOException {
            Ask ask = Ask.get("/app/session/create");
            Reply reply = connection.send(cookies.isEmpty() ? ask : ask.cookie(cookies));
            visits++;
            assertThat(reply.body()).isEqualTo("visit " + visits);
            if (cookies.isEmpty()) {
                cookies = CountedNode.cookies(reply);
            }
        }

        void end() throws IOException {
            assertThat(connection
                            .send(Ask.get("/app/session/invalidate").cookie(cookies))
                            .status())
                    .isEqualTo(200);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
