package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final BlockingQueue<Access> accesses = new LinkedBlockingQueue<>();

    private <T extends AutoCloseable> T closedLater(T closeable) {
        open.add(0, closeable);
        return closeable;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    /** n1 is the one that fails; it is asked first, and clients with its cookie are at home there. */
    private Balancer inFrontOf(RawBackend first) {
        return inFrontOf(first.url());
    }

    private Balancer inFrontOf(URI first) {
        return closedLater(Balancer.roundRobin()
                .persistence(Persistence.AFFINITY_COOKIE)
                .backend("n1", first)
                .backend("n2", closedLater(RawBackend.saying("two")).url())
                .onAccess(accesses::add)
                .build()
                .start());
    }

    private static RawBackend hangingUp() {
        return new RawBackend((head, in, out) -> {
            throw new IOException("hangs up");
        });
    }

    private Access access() throws InterruptedException {
        Access access = accesses.poll(5, TimeUnit.SECONDS);
        assertThat(access).isNotNull();
        return access;
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT"})
    void aBackendThatCannotBeReachedIsPassedOver(String method) throws Exception {
        try (Socket nobody = new Socket()) {
            // Bound and not listening: refuses, and nobody else who asks for a free port is given this one.
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Balancer balancer = inFrontOf(URI.create("http://127.0.0.1:" + nobody.getLocalPort()));
            String body = method.equals("GET") ? "" : "hello";
            String request =
                    RawClient.request(method, "/", "Cookie: HOMEPORT=n1", "Content-Length: " + body.length()) + body;
            assertThat(RawClient.ask(balancer.url(), request)).startsWith("HTTP/1.1 200");
            assertThat(access().reason()).isEqualTo(Reason.REDISPATCHED);
            assertThat(balancer.state().backend("n1").failures()).isEqualTo(1);
        }
    }

    @Test
    void aBackendKilledBetweenRequestsIsNotNoticed() throws Exception {
        RawBackend first = closedLater(RawBackend.saying("one"));
        Balancer balancer = inFrontOf(first);
        try (RawClient client = new RawClient(balancer.url())) {
            client.send(RawClient.request("GET", "/", "Cookie: HOMEPORT=n1"));
            assertThat(client.answer()).endsWith("one");
            first.kill();
            for (String method : List.of("GET", "POST", "DELETE")) {
                client.send(RawClient.request(method, "/", "Cookie: HOMEPORT=n1"));
                assertThat(client.answer()).describedAs(method).endsWith("two");
            }
        }
    }

    @Test
    void noClientSeesAnErrorWhenABackendIsKilledUnderLoad() throws Exception {
        RawBackend first = closedLater(RawBackend.saying("one"));
        Balancer balancer = inFrontOf(first);
        try (RawClient client = new RawClient(balancer.url())) {
            for (int i = 0; i < 200; i++) {
                if (i == 50) {
                    first.kill();
                }
                client.send(RawClient.request("GET", "/" + i));
                assertThat(client.answer()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "DELETE"})
    void whatMayBeRepeatedIsSentAgainWhenTheConnectionDiesUnanswered(String method) throws Exception {
        Balancer balancer = inFrontOf(closedLater(hangingUp()));
        try (RawClient client = new RawClient(balancer.url())) {
            client.send(RawClient.request(method, "/", "Cookie: HOMEPORT=n1"));
            assertThat(client.head()).startsWith("HTTP/1.1 200");
        }
        Access access = access();
        assertThat(access.reason()).isEqualTo(Reason.REDISPATCHED);
        assertThat(access.backend()).isEqualTo("n2");
    }

    @Test
    void aPostThatMayHaveBeenDoneIsNotSentAgain() throws Exception {
        Balancer balancer = inFrontOf(closedLater(hangingUp()));
        String request = RawClient.request("POST", "/", "Cookie: HOMEPORT=n1", "Content-Length: 2") + "hi";
        assertThat(RawClient.ask(balancer.url(), request))
                .startsWith("HTTP/1.1 502")
                .contains("n1 did not answer: connection closed by the backend");
        assertThat(access().reason()).isEqualTo(Reason.PERSISTED);
    }

    @Test
    void aPostWithoutABodyIsNotSentAgainEither() throws Exception {
        Balancer balancer = inFrontOf(closedLater(hangingUp()));
        String request = RawClient.request("POST", "/", "Cookie: HOMEPORT=n1", "Content-Length: 0");
        assertThat(RawClient.ask(balancer.url(), request)).startsWith("HTTP/1.1 502");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void aKeptConnectionThatTheBackendDropsDoesNotCostAClientItsHome(String method) throws Exception {
        ThreadLocal<Boolean> used = ThreadLocal.withInitial(() -> false);
        Balancer balancer = inFrontOf(closedLater(new RawBackend((head, in, out) -> {
            if (used.get()) {
                throw new IOException("hangs up");
            }
            used.set(true);
            RawBackend.write(out, RawBackend.ok("one"));
        })));
        for (int i = 0; i < 4; i++) {
            String request = RawClient.request(method, "/", "Cookie: HOMEPORT=n1");
            assertThat(RawClient.ask(balancer.url(), request)).endsWith("one");
            assertThat(access().reason()).isEqualTo(Reason.PERSISTED);
        }
    }

    @Test
    void aPutWhoseBodyIsGoneIsNotSentAgain() throws Exception {
        Balancer balancer = inFrontOf(closedLater(new RawBackend((head, in, out) -> {
            in.read();
            throw new IOException("hangs up");
        })));
        String request = RawClient.request("PUT", "/", "Cookie: HOMEPORT=n1", "Content-Length: 2") + "hi";
        assertThat(RawClient.ask(balancer.url(), request)).startsWith("HTTP/1.1 502");
    }

    @Test
    void anAnswerThatBreaksOffIsNeitherRepeatedNorPassedForComplete() throws Exception {
        Balancer balancer = inFrontOf(closedLater(new RawBackend((head, in, out) -> {
            RawBackend.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n");
            throw new IOException("hangs up");
        })));
        try (RawClient client = new RawClient(balancer.url())) {
            client.send(RawClient.request("GET", "/", "Cookie: HOMEPORT=n1"));
            String answer = new String(client.in().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).contains("hi").doesNotEndWith("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH\r\n", "\0\0\0\0", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"})
    void aBackendThatTalksGarbageOnlyHarmsItself(String garbage) throws Exception {
        Balancer balancer = inFrontOf(closedLater(new RawBackend((head, in, out) -> {
            RawBackend.write(out, garbage);
            throw new IOException("hangs up");
        })));
        assertThat(RawClient.get(balancer.url(), "/", "Cookie: HOMEPORT=n1")).startsWith("HTTP/1.1 502");
        assertThat(RawClient.get(balancer.url(), "/", "Cookie: HOMEPORT=n2")).endsWith("two");
    }

    @Test
    void aBackendThatHangsOnlyHarmsItself() throws Exception {
        Balancer balancer = inFrontOf(closedLater(new RawBackend((head, in, out) -> in.read())));
        try (RawClient stuck = new RawClient(balancer.url())) {
            stuck.send(RawClient.request("GET", "/", "Cookie: HOMEPORT=n1"));
            for (int i = 0; i < 100; i++) {
                assertThat(RawClient.get(balancer.url(), "/", "Cookie: HOMEPORT=n2"))
                        .endsWith("two");
            }
        }
    }

    @Test
    void aClientWhoseHomeIsDownIsSentElsewhere() throws Exception {
        RawBackend first = closedLater(RawBackend.saying("one"));
        Balancer balancer = closedLater(Balancer.roundRobin()
                .persistence(Persistence.INSERT)
                .backend("n1", first.url())
                .backend("n2", closedLater(RawBackend.saying("two")).url())
                .probe("/health")
                .probeInterval(Duration.ofMillis(20))
                .fall(2)
                .build()
                .start());
        balancer.awaitHealth("n1", Health.UP, Duration.ofSeconds(5));
        balancer.awaitHealth("n2", Health.UP, Duration.ofSeconds(5));
        first.kill();
        balancer.awaitHealth("n1", Health.DOWN, Duration.ofSeconds(5));
        assertThat(RawClient.get(balancer.url(), "/", "Cookie: SERVERID=n1"))
                .contains("Set-Cookie: SERVERID=n2; Path=/; HttpOnly")
                .endsWith("two");
        assertThat(balancer.state().backend("n1").why()).contains("GET /health").contains("refused");
    }
}
