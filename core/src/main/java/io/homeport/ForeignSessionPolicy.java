package io.homeport;

import org.jspecify.annotations.Nullable;

/** Sends a request for a session that lives elsewhere home, and decides what happens when home cannot be reached. */
final class ForeignSessionPolicy {
    private final String nodeId;
    private final RoutingSettings settings;
    private final Answers answers;

    ForeignSessionPolicy(String nodeId, RoutingSettings settings, Answers answers) {
        this.nodeId = nodeId;
        this.settings = settings;
        this.answers = answers;
    }

    /** The decision, or null where the request may stay as far as this policy goes. */
    @Nullable
    Decision decide(RequestView request, Route route) {
        if (route == Route.Fixed.OWN) {
            return null;
        }
        if (request.hasHomeSession()) {
            return Pass.RESTAMP;
        }
        if (route == Route.Fixed.NONE || !settings.redirectsForeign()) {
            return null;
        }
        if (route instanceof Peer peer && peer.isUp()) {
            @Nullable Answer redirect = answers.redirect(request, peer, peer.isProven());
            return redirect == null ? Pass.STICKY : redirect;
        }
        return settings.refusesWhenOwnerDown()
                ? Answers.refusal(nodeId, "cannot reach the node where this session lives")
                : null;
    }
}
