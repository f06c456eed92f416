package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a backup does with what reaches it. */
final class RolePolicyTest {
    private static final String[] SHARED = {
        "peer.node1.url=http://1a:8080;http://1b:8080", "peer.node2.url=http://2:8080", "node.url=http://1b:8080"
    };

    @ParameterizedTest
    @CsvSource({
        // route, home session, primary, owner-down, decision
        "node1,   false,        active,  adopt,      http://1a:8080/cart?homeport-hop=1",
        "'',      false,        on-hold, adopt,      http://1a:8080/cart?homeport-hop=1",
        "node2,   false,        active,  adopt,      http://1a:8080/cart?homeport-hop=1",
        "node1,   true,         active,  adopt,      STICKY",
        "node2,   true,         active,  adopt,      RESTAMP",
        "'',      true,         backup,  refuse,     RESTAMP",
        "node1,   false,        backup,  adopt,      STICKY",
        "node1,   false,        backup,  refuse,     503",
        "node1,   false,        starting,refuse,     503",
        "node1,   false,        failing, adopt,      http://1a:8080/cart?homeport-hop=1"
    })
    void aBackupSendsEverythingButItsOwnSessionsToItsPrimary(
            String route, boolean home, String primary, String ownerDown, String decision) {
        TestNode test = backup("foreign.owner-down=" + ownerDown);
        instances(test).status(TestNode.seen("node1", primary));
        FakeRequest request = FakeRequest.get("/cart").cookie("HOMEPORT=" + route);

        assertThat(decided(test, home ? request.withHomeSession() : request)).isEqualTo(decision);
    }

    @Test
    void statelessPathsAndPreflightsStayAndProbesAreAnswered() {
        TestNode test = backup("stateless-paths=/ping");
        instances(test).status(TestNode.seen("node1", "active"));

        assertThat(decided(test, FakeRequest.get("/ping"))).isEqualTo("STICKY");
        assertThat(decided(
                        test,
                        FakeRequest.of("OPTIONS", "/x")
                                .header("Origin", "https://a")
                                .header("Access-Control-Request-Method", "GET")))
                .isEqualTo("STICKY");
        assertThat(decided(test, FakeRequest.get("/health"))).isEqualTo("503");
        assertThat(decided(test, FakeRequest.get("/health/live"))).isEqualTo("200");
    }

    @Test
    void aPromotedInstanceServesAndADemotedOneKeepsItsSessions() {
        TestNode test = backup();
        instances(test).status(TestNode.seen("node1", "active"));
        test.node.apply(NodeEvent.PROMOTE);

        assertThat(decided(test, FakeRequest.get("/cart"))).isEqualTo("STICKY");

        test.node.apply(NodeEvent.DEMOTE);

        assertThat(decided(
                        test, FakeRequest.get("/cart").cookie("HOMEPORT=node1").withHomeSession()))
                .isEqualTo("STICKY");
        assertThat(decided(test, FakeRequest.get("/cart").cookie("HOMEPORT=node1")))
                .startsWith("http://1a:8080/");
    }

    @Test
    void aBackupThatHasNotStartedYetIsNoLessABackup() {
        TestNode test = TestNode.of(with("node.role=backup"));
        instances(test).status(TestNode.seen("node1", "active"));

        assertThat(test.node.state()).isEqualTo(NodeState.STARTING);
        assertThat(decided(test, FakeRequest.get("/cart").cookie("HOMEPORT=node1")))
                .startsWith("http://1a:8080/");
    }

    @Test
    void theWayEndsBeforeTheThirdCountedHop() {
        TestNode test = backup();
        instances(test).status(TestNode.seen("node1", "active"));

        assertThat(decided(test, FakeRequest.get("/cart?homeport-hop=1")))
                .isEqualTo("http://1a:8080/cart?homeport-hop=2");
        assertThat(decided(test, FakeRequest.get("/cart?homeport-hop=2"))).isEqualTo("STICKY");
    }

    @Test
    void aBackupWithoutAnyOtherInstanceDoesAsWhenTheOwnerIsDown() {
        TestNode adopting = TestNode.activeOf("node.role=backup");
        TestNode refusing = TestNode.activeOf("node.role=backup", "foreign.owner-down=refuse");

        assertThat(decided(adopting, FakeRequest.get("/cart"))).isEqualTo("STICKY");
        assertThat(decided(refusing, FakeRequest.get("/cart"))).isEqualTo("503");
    }

    @Test
    void twoPrimariesAreReportedOnceAndShownUntilItIsOver() {
        TestNode test = TestNode.activeOf(SHARED);
        Instances own = Objects.requireNonNull(test.peers.own());
        for (String state : new String[] {"backup", "active", "on-hold", "failing", "active", "backup", "backup"}) {
            own.asPeer().status(TestNode.seen("node1", state));
            own.probed();
        }

        assertThat(test.log)
                .containsSubsequence(
                        "node node1: conflict: primary here, and at http://1a:8080 too",
                        "node node1: conflict over",
                        "node node1: conflict: primary here, and at http://1a:8080 too",
                        "node node1: conflict over")
                .hasSize(5);
        own.asPeer().status(TestNode.seen("node1", "active"));
        assertThat(RoleConflict.of(test.node, own)).hasToString("http://1a:8080");
    }

    @Test
    void whereALockDecidesAnInstanceBeginsAsABackup() {
        assertThat(TestNode.of("role.lock=file:/tmp/lock").node.role()).isEqualTo(NodeRole.BACKUP);
        assertThat(TestNode.problems("role.lock=redis://", "role.lock.lease=1ms"))
                .hasSize(2);
    }

    @Test
    void aProbeMarkedByThisVeryInstanceTellsThatAUrlLeadsBackHere() {
        TestNode test = TestNode.activeOf("peer.node1.url=http://1a;http://1b");
        Instances own = Objects.requireNonNull(test.peers.own());
        own.mark("m");

        test.homeport.probe(FakeRequest.get("/health").header("Homeport-Prober", "x.0"));
        assertThat(own.isHere(0)).isFalse();
        test.homeport.probe(FakeRequest.get("/health").header("Homeport-Prober", "m.1"));

        assertThat(own.isHere(0)).isFalse();
        assertThat(own.isHere(1)).isTrue();
        assertThat(own.areAllHere()).isFalse();
    }

    private static TestNode backup(String... more) {
        String[] lines = new String[more.length + 1];
        System.arraycopy(more, 0, lines, 1, more.length);
        lines[0] = "node.role=backup";
        return TestNode.activeOf(with(lines));
    }

    private static String[] with(String... more) {
        String[] lines = new String[SHARED.length + more.length];
        System.arraycopy(SHARED, 0, lines, 0, SHARED.length);
        System.arraycopy(more, 0, lines, SHARED.length, more.length);
        return lines;
    }

    private static Peer instances(TestNode test) {
        return Objects.requireNonNull(test.peers.own()).asPeer();
    }

    /** The Location of a redirect, the status of another answer, or the name of a pass. */
    private static String decided(TestNode test, FakeRequest request) {
        Decision decision = test.homeport.decide(request);
        if (!(decision instanceof Answer answer)) {
            return ((Pass) decision).name();
        }
        return answer.headers().stream()
                .filter(header -> header.name().equals("Location"))
                .map(Header::value)
                .findFirst()
                .orElse(String.valueOf(answer.status()));
    }
}
