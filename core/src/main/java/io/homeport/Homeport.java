package io.homeport;

import org.jspecify.annotations.Nullable;

/**
 * The policy of one node. Thread-safe, does no I/O, and fails open: whatever goes wrong inside, the request is passed to
 * the application and the fault is reported.
 */
public final class Homeport {
    private final Node node;
    private final Faults faults;
    private final Counters counters;
    private final @Nullable Instances instances;
    private final AffinityRoutes routes;
    private final HealthPolicy health;
    private final RolePolicy roles;
    private final ForeignSessionPolicy foreignSessions;
    private final AdmissionPolicy admission;
    private final StampPolicy stamps;

    public Homeport(Configuration configuration, Node node, Peers peers, Faults faults) {
        this.node = node;
        this.faults = faults;
        this.counters = new Counters(peers);
        this.instances = peers.own();
        if (instances != null) {
            instances.watch(new RoleConflict(node, instances)::look);
        }
        Answers answers = new Answers(configuration.cookie(), configuration.trustedProxies());
        this.routes = new AffinityRoutes(configuration.cookie(), node.id(), peers);
        this.health = new HealthPolicy(configuration, node);
        this.roles = new RolePolicy(node, peers, configuration.routing(), answers);
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
            return probed(request);
        } catch (RuntimeException | LinkageError e) {
            faults.report("probe", e);
            return null;
        }
    }

    private @Nullable Answer probed(RequestView request) {
        @Nullable Answer answer = health.answer(request);
        if (answer != null) {
            counters.probed();
            if (instances != null) {
                instances.meet(request.header(Instances.HEADER));
            }
        }
        return answer;
    }

    /** What becomes of the request. Asked once a request, where {@link RequestView#hasHomeSession} can be answered. */
    public Decision decide(RequestView request) {
        try {
            @Nullable Answer probe = probed(request);
            if (probe != null) {
                return probe;
            }
            Decision decision = decideInOrder(request);
            counters.decided(decision);
            return decision;
        } catch (RuntimeException | LinkageError e) {
            faults.report("decide", e);
            return Pass.STICKY;
        }
    }

    /** The policies in their order, after the probe: role, foreign session, admission. */
    private Decision decideInOrder(RequestView request) {
        Route route = routes.route(request);
        if ((route == Route.Fixed.OWN && node.takesEverything()) || !stamps.takesPart(request)) {
            return Pass.STICKY;
        }
        @Nullable Decision role = roles.decide(request, route);
        if (role != null) {
            return role;
        }
        @Nullable Decision foreign = foreignSessions.decide(request, route);
        counters.foreign(route, foreign);
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

    /** What has been decided so far. */
    public Counters counters() {
        return counters;
    }

    /** Notes an error of a host; never throws. */
    public void report(String kind, Throwable error) {
        faults.report(kind, error);
    }
}
