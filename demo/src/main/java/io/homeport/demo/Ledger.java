package io.homeport.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The account of all sessions and answers. Thread-safe; knows no clock and no network. */
final class Ledger {
    // All guarded by this.
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Long> servedBy = new TreeMap<>();
    private final Map<String, Long> living = new TreeMap<>();
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
        boolean served = visit.verdict() == Verdict.SERVED_AT_HOME || visit.verdict() == Verdict.REDIRECTED_HOME;
        if (served) {
            servedBy.merge(visit.home(), 1L, Long::sum);
            servedOnHold += visit.onHold() ? 1 : 0;
        }
        if (visit.verdict().endsSession()) {
            living.merge(visit.home(), -1L, Long::sum);
        }
    }

    synchronized Totals totals() {
        return new Totals(
                new Totals.Sessions(made, recreated, failedLogins, Map.copyOf(living)),
                new Totals.Requests(requests, Map.copyOf(verdicts), Map.copyOf(servedBy)),
                new Totals.OnHold(madeOnHold, servedOnHold));
    }
}
