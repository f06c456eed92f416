package io.homeport.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The account of all sessions and answers. Thread-safe; knows no clock and no network. */
final class Ledger {
    private static final int INCIDENTS_KEPT = 5;

    // All guarded by this.
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Long> servedBy = new TreeMap<>();
    private final Map<String, Long> living = new TreeMap<>();
    private final List<String> incidents = new ArrayList<>();
    private long requests;
    private long made;
    private long recreated;
    private long failedLogins;
    private long madeOnHold;
    private long servedOnHold;

    /**
     * A login that made a session.
     *
     * @param again the client had one before, which died with its node
     * @param onHold the node was on hold from the request to the answer
     */
    record Login(String node, boolean again, boolean onHold) {}

    /**
     * An answer to a client that has a session.
     *
     * @param home the node that made the session
     * @param onHold that node was on hold from the request to the answer
     */
    record Visit(String home, Verdict verdict, boolean onHold) {}

    synchronized void loggedIn(Login login) {
        requests++;
        made++;
        recreated += login.again() ? 1 : 0;
        madeOnHold += login.onHold() ? 1 : 0;
        servedBy.merge(login.node(), 1L, Long::sum);
        living.merge(login.node(), 1L, Long::sum);
    }

    /** A login that came to nothing; the client tries again. */
    synchronized void loginFailed(boolean excused) {
        requests++;
        failedLogins += excused ? 0 : 1;
    }

    synchronized void visited(Visit visit) {
        requests++;
        verdicts.merge(visit.verdict(), 1L, Long::sum);
        if (visit.verdict().isServed()) {
            servedBy.merge(visit.home(), 1L, Long::sum);
            servedOnHold += visit.onHold() ? 1 : 0;
        }
        if (visit.verdict().endsSession()) {
            living.merge(visit.home(), -1L, Long::sum);
        }
    }

    /** Notes how something came about that should not have; the first few are kept. */
    synchronized void incident(String story) {
        if (incidents.size() < INCIDENTS_KEPT) {
            incidents.add(story);
        }
    }

    synchronized List<String> incidents() {
        return List.copyOf(incidents);
    }

    synchronized Totals totals() {
        return new Totals(
                new Totals.Sessions(made, recreated, failedLogins, Map.copyOf(living)),
                new Totals.Requests(requests, Map.copyOf(verdicts), Map.copyOf(servedBy)),
                new Totals.OnHold(madeOnHold, servedOnHold));
    }
}
