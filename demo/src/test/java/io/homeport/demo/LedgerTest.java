package io.homeport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void loginMakesASessionThatLivesOnItsNode() {
        ledger.loggedIn(new Ledger.Login("node1", false, false));
        ledger.loggedIn(new Ledger.Login("node1", true, true));

        Totals totals = ledger.totals();
        assertThat(totals.sessions().made()).isEqualTo(2);
        assertThat(totals.sessions().recreated()).isEqualTo(1);
        assertThat(totals.sessions().livingOn("node1")).isEqualTo(2);
        assertThat(totals.sessions().livingOn("node2")).isZero();
        assertThat(totals.onHold().made()).isEqualTo(1);
        assertThat(totals.requests().all()).isEqualTo(2);
        assertThat(totals.requests().servedBy("node1")).isEqualTo(2);
    }

    @Test
    void sessionThatEndedLivesNoMore() {
        ledger.loggedIn(new Ledger.Login("node1", false, false));
        ledger.loggedIn(new Ledger.Login("node1", false, false));
        ledger.loggedIn(new Ledger.Login("node1", false, false));

        ledger.visited(new Ledger.Visit("node1", Verdict.ENDED_BY_KILL, false));
        ledger.visited(new Ledger.Visit("node1", Verdict.LOST, false));
        ledger.visited(new Ledger.Visit("node1", Verdict.MISROUTED, false));

        Totals totals = ledger.totals();
        assertThat(totals.sessions().livingOn("node1")).isEqualTo(1);
        assertThat(totals.of(Verdict.LOST)).isEqualTo(1);
        assertThat(totals.of(Verdict.FAILED)).isZero();
        assertThat(totals.requests().servedBy("node1")).isEqualTo(3);
    }

    @Test
    void onlyAnswersFromHomeCountAsServedOnHold() {
        ledger.visited(new Ledger.Visit("node1", Verdict.SERVED_AT_HOME, true));
        ledger.visited(new Ledger.Visit("node1", Verdict.REDIRECTED_HOME, true));
        ledger.visited(new Ledger.Visit("node1", Verdict.FAILED, true));
        ledger.visited(new Ledger.Visit("node1", Verdict.SERVED_AT_HOME, false));

        assertThat(ledger.totals().onHold().served()).isEqualTo(2);
        assertThat(ledger.totals().requests().servedBy("node1")).isEqualTo(3);
    }

    @Test
    void failedLoginCountsUnlessAKillExcusesIt() {
        ledger.loginFailed(true);
        ledger.loginFailed(false);
        ledger.visited(new Ledger.Visit("node1", Verdict.FAILED, false));

        assertThat(ledger.totals().failed()).isEqualTo(2);
        assertThat(ledger.totals().requests().all()).isEqualTo(3);
        assertThat(ledger.totals().sessions().made()).isZero();
    }

    @Test
    void firstFewIncidentsAreKept() {
        for (int i = 1; i <= 100; i++) {
            ledger.incident("incident " + i);
        }

        assertThat(ledger.incidents())
                .containsExactly("incident 1", "incident 2", "incident 3", "incident 4", "incident 5");
    }
}
