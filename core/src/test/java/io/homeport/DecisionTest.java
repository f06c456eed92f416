package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decisions over foreign sessions and admission, as an application's request meets them. */
final class DecisionTest {
    private static final String PEERS = "peers=node2=http://2:8080;node3=http://3:8080";

    /** The condition is that of node2; node3 is always down. */
    @ParameterizedTest
    @CsvSource({
        // route, home session, peer,  action,   owner-down, decision
        "node1,   false,        up,      redirect, adopt,      STICKY",
        "node1,   true,         up,      redirect, adopt,      STICKY",
        "'',      false,        up,      redirect, adopt,      STICKY",
        "'',      false,        up,      redirect, refuse,     STICKY",
        "'',      true,         up,      redirect, adopt,      RESTAMP",
        "node2,   false,        up,      redirect, adopt,      307",
        "node2,   true,         up,      redirect, adopt,      RESTAMP",
        "node2,   false,        unknown, redirect, adopt,      307",
        "node2,   false,        unnamed, redirect, adopt,      307",
        "node2,   false,        down,    redirect, adopt,      STICKY",
        "node2,   true,         down,    redirect, adopt,      RESTAMP",
        "node2,   false,        down,    redirect, refuse,     503",
        "node2,   true,         down,    redirect, refuse,     RESTAMP",
        "node2,   false,        up,      serve,    adopt,      STICKY",
        "node2,   true,         up,      serve,    adopt,      RESTAMP",
        "node2,   false,        down,    serve,    refuse,     STICKY",
        "node9,   false,        up,      redirect, adopt,      STICKY",
        "node9,   true,         up,      redirect, adopt,      RESTAMP",
        "node9,   false,        up,      redirect, refuse,     503",
        "node9,   false,        up,      serve,    refuse,     STICKY"
    })
    void foreignSessionsOnAnActiveNode(
            String route, boolean home, String condition, String action, String ownerDown, String decision) {
        TestNode test = TestNode.activeOf(PEERS, "foreign.action=" + action, "foreign.owner-down=" + ownerDown);
        test.peer("node3").status(PeerStatus.silent("gone"));
        test.peer("node2").status(status(condition));
        FakeRequest request = FakeRequest.get("/cart").cookie("HOMEPORT=" + route);

        assertThat(name(test.homeport.decide(home ? request.withHomeSession() : request)))
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        // route, home session, peer takes, action,   last,   decision
        "'',      false,        true,       redirect, serve,  307 node2",
        "node1,   false,        true,       redirect, serve,  307 node2",
        "node1,   true,         true,       redirect, serve,  STICKY",
        "'',      true,         true,       redirect, serve,  RESTAMP",
        "node3,   false,        true,       redirect, serve,  307 node3",
        "node9,   false,        true,       redirect, serve,  307 node2",
        "'',      false,        false,      redirect, serve,  STICKY",
        "'',      false,        false,      redirect, refuse, 503",
        "'',      true,         false,      redirect, refuse, RESTAMP",
        "'',      false,        true,       refuse,   serve,  503",
        "node1,   true,         true,       refuse,   refuse, STICKY"
    })
    void aHeldNodeKeepsItsHomeSessionsAndSendsNewOnesAway(
            String route, boolean home, boolean taking, String action, String last, String decision) {
        TestNode test = TestNode.activeOf(PEERS, "hold.action=" + action, "hold.last=" + last);
        test.peer("node3").status(TestNode.seen("node3", "on-hold"));
        test.peer("node2").status(TestNode.seen("node2", taking ? "active" : "on-hold"));
        test.node.apply(NodeEvent.HOLD);
        FakeRequest request = FakeRequest.get("/cart").cookie("HOMEPORT=" + route);

        Decision decided = test.homeport.decide(home ? request.withHomeSession() : request);

        assertThat(decision).startsWith(name(decided));
        if (decided instanceof Answer answer && answer.status() == 307) {
            assertThat(headers(answer).get("Set-Cookie"))
                    .startsWith("HOMEPORT=" + decision.substring("307 ".length()) + ";");
        }
    }

    @Test
    void aStoppingNodeTakesNoNewSessionsAndAStartingOneServesWhatReachesIt() {
        TestNode test = TestNode.activeOf(PEERS);
        test.node.apply(NodeEvent.STOP);

        assertThat(name(test.homeport.decide(FakeRequest.get("/")))).isEqualTo("307");
        assertThat(name(test.homeport.decide(
                        FakeRequest.get("/").cookie("HOMEPORT=node1").withHomeSession())))
                .isEqualTo("STICKY");
        assertThat(name(TestNode.of(PEERS).homeport.decide(FakeRequest.get("/"))))
                .isEqualTo("STICKY");
    }

    @Test
    void clientsOfAHeldNodeAreSpreadOverThePeersThatTakeThem() {
        TestNode test = TestNode.activeOf(PEERS + ";node4=http://4");
        test.peer("node4").status(TestNode.seen("node4", "starting"));
        test.node.apply(NodeEvent.HOLD);
        Map<String, Integer> clients = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            Answer answer = (Answer) test.homeport.decide(FakeRequest.get("/"));
            clients.merge(headers(answer).get("Location"), 1, Integer::sum);
        }

        assertThat(clients)
                .containsExactly(
                        Map.entry("http://2:8080/?homeport-hop=1", 5), Map.entry("http://3:8080/?homeport-hop=1", 5));
    }

    @Test
    void theRedirectHomeKeepsPathAndQueryAndCarriesTheOwnersCookie() {
        TestNode test = TestNode.activeOf(PEERS);

        Answer answer = (Answer) test.homeport.decide(FakeRequest.of("POST", "/a%20b;x=1/c?q=1&r=%2F")
                .cookie("HOMEPORT=node2")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example"));

        assertThat(answer.length()).isZero();
        assertThat(headers(answer))
                .containsExactly(
                        Map.entry("Cache-Control", "no-store"),
                        Map.entry("Location", "http://2:8080/a%20b;x=1/c?q=1&r=%2F"),
                        Map.entry("Set-Cookie", "HOMEPORT=node2; Path=/; HttpOnly; SameSite=Lax"));
    }

    @Test
    void theExternalUrlGoesBeforeTheInstanceAndIsNeverTakenForProven() {
        TestNode test = TestNode.activeOf(
                "peer.node2.url=http://2a;http://2b",
                "peer.node3.url=http://3",
                "peer.node3.external-url=https://www.example.com/shop");
        test.peer("node2").status(PeerStatus.of("node2", 1, 503, "node2", "on-hold"));

        assertThat(location(test, "/x?y", "node2")).isEqualTo("http://2b/x?y");
        assertThat(location(test, "/x?y", "node3")).isEqualTo("https://www.example.com/shop/x?y&homeport-hop=1");
        assertThat(location(test, "/x?homeport-hop=1&y", "node3"))
                .isEqualTo("https://www.example.com/shop/x?y&homeport-hop=2");
    }

    @Test
    void aLoopEndsWithTheRequestServedWhereItIs() {
        TestNode test = TestNode.activeOf("peer.node2.url=http://2", "peer.node2.external-url=http://vip");

        assertThat(name(test.homeport.decide(FakeRequest.get("/?homeport-hop=2").cookie("HOMEPORT=node2"))))
                .isEqualTo("307");
        assertThat(name(test.homeport.decide(FakeRequest.get("/?homeport-hop=3").cookie("HOMEPORT=node2"))))
                .isEqualTo("STICKY");
    }

    /** A client without a cookie jar that names node2 for ever, and node2 held without its session. */
    @Test
    void twoNodesThatSendTheClientToOneAnotherStopAfterThreeHops() {
        TestNode one = TestNode.activeOf("peers=node2=http://node2");
        TestNode two = TestNode.activeOf("node.id=node2", "peers=node1=http://node1");
        two.node.apply(NodeEvent.HOLD);
        String target = "/cart";
        int hops = 0;
        TestNode here = one;
        Decision decision = here.homeport.decide(FakeRequest.get(target).cookie("HOMEPORT=node2"));
        while (decision instanceof Answer answer && hops < 10) {
            String location = Objects.requireNonNull(headers(answer).get("Location"));
            here = location.startsWith("http://node1/") ? one : two;
            target = location.substring("http://node1".length());
            hops++;
            decision = here.homeport.decide(FakeRequest.get(target).cookie("HOMEPORT=node2"));
        }

        assertThat(decision).isEqualTo(Pass.STICKY);
        assertThat(hops).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "http://evil.example/", "evil"})
    void aTargetThatIsNoPathIsServedWhereItIs(String target) {
        assertThat(name(TestNode.activeOf(PEERS)
                        .homeport
                        .decide(FakeRequest.get(target).cookie("HOMEPORT=node2"))))
                .isEqualTo("STICKY");
    }

    @ParameterizedTest
    @CsvSource({
        "/ping, true",
        "/ping;v=1, true",
        "/ping/x, false",
        "/static, true",
        "/static/a/b, true",
        "/staticx, false",
        "/static;a/b;c, true",
        "/x/a.css, true",
        "/x/a.css;jsessionid=1, true",
        "/cart;x/a.css, true",
        "/cart, false",
        "/cart;a.css, false",
        "/PING, false"
    })
    void statelessPathsNeverTakePart(String path, boolean stateless) {
        TestNode test = TestNode.activeOf(PEERS, "stateless-paths=/ping /static/* *.css");
        test.node.apply(NodeEvent.HOLD);

        assertThat(name(test.homeport.decide(FakeRequest.get(path).cookie("HOMEPORT=node2"))))
                .isEqualTo(stateless ? "STICKY" : "307");
        assertThat(name(test.homeport.decide(
                        FakeRequest.get("/app" + path).applicationAt("/app").cookie("HOMEPORT=node2"))))
                .isEqualTo(stateless ? "STICKY" : "307");
    }

    @Test
    void aPreflightIsNeverRedirected() {
        FakeRequest preflight =
                FakeRequest.of("OPTIONS", "/cart").cookie("HOMEPORT=node2").header("Origin", "https://shop.example");
        TestNode test = TestNode.activeOf(PEERS);

        assertThat(name(test.homeport.decide(preflight))).isEqualTo("307");
        assertThat(name(test.homeport.decide(preflight.header("Access-Control-Request-Method", "PUT"))))
                .isEqualTo("STICKY");
    }

    @Test
    void aRefusalSaysWhyAndWhenToTryAgain() {
        TestNode test = TestNode.activeOf("hold.action=refuse");
        test.node.apply(NodeEvent.HOLD);

        Answer answer = (Answer) test.homeport.decide(FakeRequest.get("/"));

        assertThat(headers(answer)).containsEntry("Retry-After", "5").containsEntry("Cache-Control", "no-store");
        assertThat(answer.toString()).contains("Node node1 is on-hold and takes no new sessions.");
    }

    @Test
    void anErrorInsideLetsTheRequestThroughAndIsReported() {
        TestNode test = TestNode.activeOf(PEERS);
        RequestView broken = new BrokenRequest();

        assertThat(test.homeport.decide(broken)).isEqualTo(Pass.STICKY);
        assertThat(test.homeport.probe(broken)).isNull();
        assertThat(test.homeport.commit(broken, Pass.RESTAMP, FakeResponse.of(200)))
                .isNull();
        test.homeport.report("host", new IllegalStateException("the host\'s own"));
        assertThat(test.log).filteredOn(line -> line.startsWith("error in ")).hasSize(4);
    }

    private static String location(TestNode test, String target, String route) {
        Answer answer = (Answer) test.homeport.decide(FakeRequest.get(target).cookie("HOMEPORT=" + route));
        return String.valueOf(headers(answer).get("Location"));
    }

    private static PeerStatus status(String condition) {
        return switch (condition) {
            case "up" -> TestNode.seen("node2", "active");
            case "unnamed" -> PeerStatus.of("node2", 0, 200, "", "");
            case "down" -> PeerStatus.silent("gone");
            default -> PeerStatus.UNKNOWN;
        };
    }

    private static String name(Decision decision) {
        return decision instanceof Answer answer ? String.valueOf(answer.status()) : decision.toString();
    }

    private static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().forEach(header -> headers.put(header.name(), header.value()));
        return headers;
    }
}
