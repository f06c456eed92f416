package io.homeport;

import org.jspecify.annotations.Nullable;

/** Sends what reaches a backup to its node's primary. A session that lives here is served here: a demotion loses none. */
final class RolePolicy {
    private final Node node;
    private final @Nullable Instances instances;
    private final RoutingSettings settings;
    private final Answers answers;

    RolePolicy(Node node, Peers peers, RoutingSettings settings, Answers answers) {
        this.node = node;
        this.instances = peers.own();
        this.settings = settings;
        this.answers = answers;
    }

    /** The decision, or null on a primary. */
    @Nullable
    Decision decide(RequestView request, Route route) {
        if (node.role() == NodeRole.PRIMARY) {
            return null;
        }
        if (request.hasHomeSession()) {
            return route == Route.Fixed.OWN ? Pass.STICKY : Pass.RESTAMP;
        }
        if (SessionCookies.mayBeUnseen(request, route)) {
            return Pass.STICKY;
        }
        if (instances == null || instances.primary() == null) {
            return settings.refusesWhenOwnerDown()
                    ? Answers.refusal(node.id(), "is a backup here, and its primary cannot be reached")
                    : Pass.STICKY;
        }
        // Roles may have changed since the last probe, so two backups could name each other: always marked. And the way
        // here may have begun with one redirect that is not counted.
        @Nullable
        Answer redirect = Hops.count(request.query()) >= Hops.MAX - 1
                ? null
                : answers.redirect(request, instances.asPeer(), false);
        return redirect == null ? Pass.STICKY : redirect;
    }
}
