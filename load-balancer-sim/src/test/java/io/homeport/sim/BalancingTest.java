package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

class BalancingTest {
    private final RawBackend one = RawBackend.saying("one");
    private final RawBackend two = RawBackend.saying("two");
    private final BlockingQueue<Access> accesses = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(one, two));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private Balancer start(BalancerBuilder<Balancer> description) {
        Balancer balancer = description
                .backend("n1", one.url())
                .backend("n2", two.url())
                .onAccess(accesses::add)
                .build()
                .start();
        open.add(0, balancer);
        return balancer;
    }

    private Balancer start(Persistence persistence) {
        return start(Balancer.roundRobin().persistence(persistence));
    }

    private Access access() throws InterruptedException {
        Access access = accesses.poll(5, TimeUnit.SECONDS);
        assertThat(access).isNotNull();
        return access;
    }

    @Test
    void requestsTakeTurns() throws Exception {
        Balancer balancer = start(Persistence.NONE);
        StringBuilder bodies = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String answer = RawClient.get(balancer.url(), "/");
            bodies.append(answer.substring(answer.length() - 3));
        }
        assertThat(bodies).hasToString("onetwoonetwo");
        Access access = access();
        assertThat(access.backend()).isEqualTo("n1");
        assertThat(access.reason()).isEqualTo(Reason.BALANCED);
        assertThat(access.status()).isEqualTo(200);
        assertThat(access.client()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n2", "\"n2\"", "n2|MAC", "nobody; HOMEPORT=n2", "n2; HOMEPORT=n1", "%0d%0a; HOMEPORT=n2"})
    void theBackendsCookieLeadsHome(String value) throws Exception {
        Balancer balancer = start(Persistence.AFFINITY_COOKIE);
        for (int i = 0; i < 3; i++) {
            assertThat(RawClient.get(balancer.url(), "/", "Cookie: a=b; HOMEPORT=" + value))
                    .endsWith("two");
            assertThat(access().reason()).isEqualTo(Reason.PERSISTED);
        }
        assertThat(two.heads().get(0)).contains("Cookie: a=b; HOMEPORT=" + value + "\r\n");
    }

    @Test
    void cookiesInSeveralHeadersCount() throws Exception {
        Balancer balancer = start(Persistence.AFFINITY_COOKIE);
        assertThat(RawClient.get(balancer.url(), "/", "Cookie: a=b", "Cookie: HOMEPORT=n2"))
                .endsWith("two");
    }

    @Test
    void hostileCookiesAreJustNoRoute() throws Exception {
        Balancer balancer = start(Persistence.AFFINITY_COOKIE);
        List<String> values = List.of(
                "x".repeat(4096), "\"", "\"n2", "|", "", ";;;=;=", "n1,n2", "127.0.0.1:1", "../n2", "n2\u00ff", "=n2");
        for (String value : values) {
            assertThat(RawClient.get(balancer.url(), "/", "Cookie: HOMEPORT=" + value))
                    .startsWith("HTTP/1.1 200");
            assertThat(access().reason()).describedAs(value).isEqualTo(Reason.BALANCED);
        }
    }

    @Test
    void theBackendsCookieIsNeverInserted() throws Exception {
        Balancer balancer = start(Persistence.AFFINITY_COOKIE);
        assertThat(RawClient.get(balancer.url(), "/")).doesNotContain("Set-Cookie");
    }

    @Test
    void theInsertedCookieLeadsHomeAndIsHiddenFromTheBackend() throws Exception {
        Balancer balancer = start(Persistence.INSERT);
        assertThat(RawClient.get(balancer.url(), "/")).contains("Set-Cookie: SERVERID=n1; Path=/; HttpOnly\r\n");
        for (int i = 0; i < 3; i++) {
            String answer = RawClient.get(balancer.url(), "/", "Cookie: a=b; SERVERID=n2; c=d");
            assertThat(answer).endsWith("two").doesNotContain("Set-Cookie");
        }
        assertThat(two.heads().get(0)).contains("Cookie: a=b; c=d\r\n").doesNotContain("SERVERID");
        assertThat(RawClient.get(balancer.url(), "/", "Cookie: SERVERID=n2")).endsWith("two");
        assertThat(two.heads().get(3)).doesNotContain("Cookie");
        assertThat(balancer.state().backend("n1").sessions()).isEqualTo(1);
        assertThat(balancer.state().backend("n2").sessions()).isZero();
    }

    @Test
    void sessionsCountClientsThatWereGivenTheBackendsCookie() throws Exception {
        RawBackend stateful = new RawBackend((head, in, out) ->
                RawBackend.write(out, RawBackend.ok("", "Set-Cookie: J=1", "Set-Cookie: HOMEPORT=n3; Path=/")));
        open.add(stateful);
        Balancer balancer = start(Persistence.AFFINITY_COOKIE);
        balancer.removeBackend("n1").removeBackend("n2").backend("n3", stateful.url());
        RawClient.get(balancer.url(), "/");
        RawClient.get(balancer.url(), "/");
        assertThat(RawClient.get(balancer.url(), "/", "Cookie: HOMEPORT=n3"))
                .contains("Set-Cookie: J=1\r\n", "Set-Cookie: HOMEPORT=n3; Path=/\r\n");
        assertThat(balancer.state().backend("n3").sessions()).isEqualTo(2);
        access();
        access();
        access();
        assertThat(balancer.state().backend("n3").requests()).isEqualTo(3);
        assertThat(balancer.state().decisions(Reason.PERSISTED)).isEqualTo(1);
    }

    @Test
    void backendsComeAndGoWhileItRuns() throws Exception {
        Balancer balancer = start(Persistence.NONE);
        balancer.removeBackend("n1");
        assertThat(RawClient.get(balancer.url(), "/")).endsWith("two");
        assertThat(RawClient.get(balancer.url(), "/")).endsWith("two");
        balancer.removeBackend("n2");
        assertThat(RawClient.get(balancer.url(), "/"))
                .startsWith("HTTP/1.1 503")
                .endsWith("No backend to take this request.\n");
        assertThat(accesses).hasSizeGreaterThanOrEqualTo(2);
        balancer.backend("n1", one.url());
        assertThat(RawClient.get(balancer.url(), "/")).endsWith("one");
    }

    @Test
    void aRefusedRequestIsToldWhy() throws Exception {
        RawBackend sick = new RawBackend(
                (head, in, out) -> RawBackend.write(out, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"));
        open.add(sick);
        Balancer balancer = Balancer.roundRobin()
                .backend("n3", sick.url())
                .probe("/health")
                .onAccess(accesses::add)
                .build()
                .start();
        open.add(0, balancer);
        balancer.awaitHealth("n3", Health.DOWN, Duration.ofSeconds(5));
        assertThat(RawClient.get(balancer.url(), "/"))
                .startsWith("HTTP/1.1 503")
                .endsWith("No backend can take this request: n3 is down (GET /health 500).\n");
        Access access = access();
        assertThat(access.reason()).isEqualTo(Reason.REFUSED);
        assertThat(access.backend()).isNull();
        assertThat(balancer.state().decisions(Reason.REFUSED)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//x", "/a%2Fb", "/;x", "/a;jsessionid=1/b", "/a/../b", "/a?b=%zz&c=//d", "/a//b/./c"})
    void pathsReachTheBackendAsTheyWereSent(String target) throws Exception {
        Balancer balancer = start(Persistence.NONE);
        assertThat(RawClient.get(balancer.url(), target)).startsWith("HTTP/1.1 200");
        assertThat(one.heads().get(0)).startsWith("GET " + target + " HTTP/1.1\r\n");
        assertThat(access().target()).isEqualTo(target);
    }

    @Test
    void headersForTheNextHopStayThereAndTheClientIsNamed() throws Exception {
        Balancer balancer = start(Persistence.NONE);
        RawClient.get(
                balancer.url(),
                "/",
                "Connection: keep-alive, Upgrade, X-Private",
                "X-Private: 1",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Upgrade: h2c",
                "Authorization: Basic eA==",
                "X-Forwarded-For: 10.0.0.1",
                "X-Forwarded-Host: forged");
        assertThat(one.heads().get(0))
                .contains("Host: shop.example\r\n", "Authorization: Basic eA==\r\n")
                .contains("X-Forwarded-For: 10.0.0.1, 127.0.0.1\r\n", "X-Forwarded-Proto: http\r\n")
                .contains("X-Forwarded-Host: shop.example\r\n")
                .doesNotContain("Private", "Keep-Alive", "TE:", "Upgrade", "forged", "Connection");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 302, 304, 307, 401, 404, 418, 500, 503})
    void statusesAndHeadersPassThrough(int status) throws Exception {
        String head = "HTTP/1.1 " + status + " X\r\nLocation: http://elsewhere/\r\nX-A: 1\r\nX-A: 2\r\n";
        RawBackend backend = new RawBackend((request, in, out) -> RawBackend.write(
                out, head + (status == 204 || status == 304 ? "\r\n" : "Content-Length: 2\r\n\r\nhi")));
        open.add(backend);
        Balancer balancer = start(Persistence.NONE);
        balancer.removeBackend("n1").removeBackend("n2").backend("n3", backend.url());
        assertThat(RawClient.get(balancer.url(), "/"))
                .startsWith("HTTP/1.1 " + status)
                .contains("Location: http://elsewhere/\r\n", "X-A: 1\r\n", "X-A: 2\r\n")
                .doesNotContain("Server:", "Date:");
    }

    @Test
    void aRequestWithTwoLengthsIsNotPassedOn() throws IOException {
        Balancer balancer = start(Persistence.NONE);
        String request =
                RawClient.request("POST", "/", "Content-Length: 3", "Transfer-Encoding: chunked") + "0\r\n\r\n";
        assertThat(RawClient.ask(balancer.url(), request)).startsWith("HTTP/1.1 400");
        assertThat(one.heads()).isEmpty();
    }

    @Test
    void headRequestsEndWithTheHead() throws Exception {
        RawBackend backend = new RawBackend((head, in, out) -> RawBackend.write(
                out,
                head.startsWith("HEAD") ? "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" : RawBackend.ok("body")));
        open.add(backend);
        Balancer balancer = start(Persistence.NONE);
        balancer.removeBackend("n1").removeBackend("n2").backend("n3", backend.url());
        try (RawClient client = new RawClient(balancer.url())) {
            client.send(RawClient.request("HEAD", "/"));
            assertThat(client.head()).contains("Content-Length: 99\r\n");
            client.send(RawClient.request("GET", "/"));
            assertThat(client.answer()).endsWith("body");
        }
    }

    @Test
    void anOldClientWithoutAHostIsServed() throws IOException {
        Balancer balancer = start(Persistence.NONE);
        assertThat(RawClient.ask(balancer.url(), "GET /old HTTP/1.0\r\n\r\n")).endsWith("one");
        assertThat(one.heads().get(0))
                .startsWith("GET /old HTTP/1.1\r\n")
                .contains("Host: " + one.url().getAuthority() + "\r\n");
    }

    @Test
    void connectionsAreUsedAgain() throws Exception {
        RawBackend counting = new RawBackend((head, in, out) ->
                RawBackend.write(out, RawBackend.ok("" + System.identityHashCode(Thread.currentThread()))));
        open.add(counting);
        Balancer balancer = start(Persistence.NONE);
        balancer.removeBackend("n1").removeBackend("n2").backend("n3", counting.url());
        try (RawClient client = new RawClient(balancer.url())) {
            client.send(RawClient.request("GET", "/"));
            String first = client.answer();
            access();
            client.send(RawClient.request("GET", "/"));
            assertThat(client.answer()).isEqualTo(first);
        }
    }
}
