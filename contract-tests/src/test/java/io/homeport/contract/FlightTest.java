package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests count from their entrance to their end, whatever end that is. */
final class FlightTest {
    private static final int ROUNDS = 125;
    private static final String[] PAGES = {"/app/anything", "/app/session/large", "/app/session/chunked"};

    static Stream<Arguments> hosts() {
        return SessionCountTest.hosts();
    }

    static Stream<Arguments> otherHosts() {
        return SessionCountTest.otherHosts();
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("otherHosts")
    void requestIsInFlightOnOtherReleasesToo(Container container, Surface surface) throws IOException {
        requestIsInFlightWhileItRunsAndNotAMomentLonger(container, surface);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("otherHosts")
    void connectionsCloseOnOtherReleasesToo(Container container, Surface surface) throws IOException {
        connectionsCloseWhenTheyAreTold(container, surface);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void requestIsInFlightWhileItRunsAndNotAMomentLonger(Container container, Surface surface) throws IOException {
        try (CountedNode node = CountedNode.start(container, surface);
                KeptConnection kept = new KeptConnection(node.node().port())) {
            assertThat(kept.send(Ask.get("/app/anything")).status()).isEqualTo(200);
            node.awaitInFlight(0);
            for (String way : new String[] {"wait", "wait-async"}) {
                CompletableFuture<Reply> slow = CompletableFuture.supplyAsync(() -> node.get("/app/flight/" + way));
                node.awaitInFlight(1);
                assertThat(slow).isNotDone();
                assertThat(node.get("/app/flight/land").body()).isEqualTo("landed");
                assertThat(slow.join().body()).isEqualTo("waited");
                node.awaitInFlight(0);
            }
            for (int round = 0; round < ROUNDS; round++) {
                sendOneOfEach(node, round);
            }
            node.awaitInFlight(0);
            assertThat(node.get("/app/anything").body()).isEqualTo("application /anything");
        }
    }

    private static void sendOneOfEach(CountedNode node, int round) throws IOException {
        List<String> paths = new ArrayList<>(List.of(
                "/app/anything", "/app/session/throw", "/app/flight/throw-error", "/app/session/async", "/none"));
        if (round % 60 == 0) {
            paths.add("/app/flight/time-out");
            endWithOrWithoutAnAnswer(node, Ask.get("/app/flight/throw-async"));
        }
        for (String path : paths) {
            assertThat(node.get(path).status()).isGreaterThanOrEqualTo(200);
        }
        abort(node, Ask.get("/app/flight/large"));
        abort(node, Ask.of("POST", "/app/body/read").body(100_000));
        abort(node, Ask.of("POST", "/app/body/listen").body(100_000));
    }

    /** Tomcat closes the connection of an asynchronous request that throws. */
    private static void endWithOrWithoutAnAnswer(CountedNode node, Ask ask) throws IOException {
        try (Socket socket = Loopback.connect(node.node().port())) {
            socket.getOutputStream().write(ask.header("Connection", "close").head());
            socket.getInputStream().readAllBytes();
        }
    }

    /** Sends the head, and leaves. */
    private static void abort(CountedNode node, Ask ask) throws IOException {
        try (Socket socket = Loopback.connect(node.node().port())) {
            socket.setSoLinger(true, 0);
            OutputStream out = socket.getOutputStream();
            out.write(ask.head());
            out.flush();
        }
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void connectionsCloseWhenTheyAreTold(Container container, Surface surface) throws IOException {
        try (CountedNode node = CountedNode.start(container, surface)) {
            assertKept(node, true);
            assertThat(node.get("/app/node/close-connections").body()).isEqualTo("told");
            assertKept(node, false);
            if (container != Container.TOMCAT_9_0_OLDEST) {
                assertClosed(node);
            }
            assertThat(node.get("/app/node/keep-connections").body()).isEqualTo("told");
            assertKept(node, true);
        }
    }

    private static void assertKept(CountedNode node, boolean kept) {
        for (String path : PAGES) {
            Reply reply = node.get(path);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.one("Connection").equals("close")).as(path).isEqualTo(!kept);
        }
    }

    /** The server does not wait for the client to close. */
    private static void assertClosed(CountedNode node) throws IOException {
        for (String path : PAGES) {
            try (Socket socket = Loopback.connect(node.node().port())) {
                socket.getOutputStream().write(Ask.get(path).head());
                assertThat(new ReplyReader(socket.getInputStream()).read(false).status())
                        .isEqualTo(200);
                assertThat(socket.getInputStream().read()).as(path).isEqualTo(-1);
            }
        }
    }
}
