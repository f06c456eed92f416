package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * The policy of one node. Thread-safe, does no I/O, and fails open: whatever goes wrong inside, the request is passed to
 * the application and the fault is reported.
 */
public final class Homeport {
    private final Node node;
    private final Faults faults;
    private final AffinityRoutes routes;
    private final HealthPolicy health;
    private final ForeignSessionPolicy foreignSessions;
    private final AdmissionPolicy admission;
    private final StampPolicy stamps;

    public Homeport(Configuration configuration, Node node, Peers peers, Faults faults) {
        this.node = node;
        this.faults = faults;
        Answers answers = new Answers(configuration.cookie(), configuration.trustedProxies());
        this.routes = new AffinityRoutes(configuration.cookie(), node.id(), peers);
        this.health = new HealthPolicy(configuration, node);
        this.foreignSessions = new ForeignSessionPolicy(node.id(), configuration.routing(), answers);
        this.admission = new AdmissionPolicy(node, peers, configuration.routing(), answers);
        this.stamps = new StampPolicy(configuration);
    }

    /**
     * The answer to a health probe, null where the request is none. Needs neither a mapped application nor a session, so
     * hosts ask it as early as they can.
     */
    public @Nullable Answer probe(RequestView request) {
        try {
            return health.answer(request);
        } catch (RuntimeException | LinkageError e) {
            faults.report("probe", e);
            return null;
        }
    }

    /** What becomes of the request. Asked once a request, where {@link RequestView#hasHomeSession} can be answered. */
    public Decision decide(RequestView request) {
        try {
            return decideInOrder(request);
        } catch (RuntimeException | LinkageError e) {
            faults.report("decide", e);
            return Pass.STICKY;
        }
    }

    /** The policies in their order: probe, foreign session, admission. */
    private Decision decideInOrder(RequestView request) {
        @Nullable Answer probe = health.answer(request);
        if (probe != null) {
            return probe;
        }
        Route route = routes.route(request);
        if ((route == Route.Fixed.OWN && node.state().takesNewSessions()) || !stamps.takesPart(request)) {
            return Pass.STICKY;
        }
        @Nullable Decision foreign = foreignSessions.decide(request, route);
        return foreign == null ? admission.decide(request, route) : foreign;
    }

    /**
     * Whether the response to a request that was passed carries the affinity cookie. Asked just before the headers leave.
     *
     * @return what to add, or null
     */
    public @Nullable Stamp commit(RequestView request, Pass pass, ResponseView response) {
        try {
            return stamps.stamp(request, pass, response);
        } catch (RuntimeException | LinkageError e) {
            faults.report("commit", e);
            return null;
        }
    }

    /** Notes an error of a host; never throws. */
    public void report(String kind, Throwable error) {
        faults.report(kind, error);
    }
}
