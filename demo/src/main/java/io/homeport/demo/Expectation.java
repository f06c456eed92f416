package io.homeport.demo;

import static io.homeport.demo.Verdict.ENDED_BY_KILL;
import static io.homeport.demo.Verdict.LOST;
import static io.homeport.demo.Verdict.MISROUTED;
import static io.homeport.demo.Verdict.REDIRECTED_HOME;

import java.util.List;
import java.util.stream.Stream;

/** One thing the demo claims, and whether it came true. */
record Expectation(String claim, boolean met, String found) {

    /**
     * The account and what the balancer saw.
     *
     * @param held the health of the node that was put on hold, in the order the balancer saw it
     * @param killed the same of the node that was killed
     */
    record Evidence(int clients, Totals totals, List<String> held, List<String> killed) {}

    static List<Expectation> of(Evidence evidence) {
        return Stream.concat(ofSessions(evidence.clients(), evidence.totals()), ofNodes(evidence))
                .toList();
    }

    private static Stream<Expectation> ofSessions(int clients, Totals totals) {
        Totals.Sessions sessions = totals.sessions();
        long dead = totals.of(ENDED_BY_KILL);
        return Stream.of(
                exactly("every client made one session at first", clients, sessions.made() - sessions.recreated()),
                exactly("no session was lost but the killed node's own", 0, totals.of(LOST)),
                exactly("no request was misrouted", 0, totals.of(MISROUTED)),
                exactly("no request failed", 0, totals.failed()),
                some("clients that asked a wrong node were sent home", totals.of(REDIRECTED_HOME)),
                some("the kill ended sessions", dead),
                exactly("each of them was made anew elsewhere", dead, sessions.recreated()));
    }

    private static Stream<Expectation> ofNodes(Evidence evidence) {
        Totals.OnHold onHold = evidence.totals().onHold();
        return Stream.of(
                exactly("the node on hold made no session", 0, onHold.made()),
                some("the node on hold served the sessions it had", onHold.served()),
                saw(
                        "the balancer drained the node on hold and took it back",
                        List.of("up", "drain", "up"),
                        evidence.held()),
                saw("the balancer took the killed node out and back", List.of("up", "down", "up"), evidence.killed()));
    }

    private static Expectation exactly(String claim, long expected, long found) {
        return new Expectation(claim, expected == found, found + (expected == found ? "" : ", expected " + expected));
    }

    private static Expectation some(String claim, long found) {
        return new Expectation(claim, found > 0, Long.toString(found));
    }

    private static Expectation saw(String claim, List<String> expected, List<String> found) {
        boolean met = found.size() >= expected.size()
                && found.subList(found.size() - expected.size(), found.size()).equals(expected);
        return new Expectation(claim, met, found.isEmpty() ? "nothing" : String.join(", ", found));
    }
}
