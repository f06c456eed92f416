package io.homeport;

import org.jspecify.annotations.Nullable;

/** Keeps requests without a home session from a node that takes no new ones. */
final class AdmissionPolicy {
    private final Node node;
    private final Peers peers;
    private final RoutingSettings settings;
    private final Answers answers;

    AdmissionPolicy(Node node, Peers peers, RoutingSettings settings, Answers answers) {
        this.node = node;
        this.peers = peers;
        this.settings = settings;
        this.answers = answers;
    }

    Decision decide(RequestView request, Route route) {
        NodeState state = node.state();
        if (state.takesNewSessions() || request.hasHomeSession() || SessionCookies.mayBeUnseen(request, route)) {
            return Pass.STICKY;
        }
        if (!settings.redirectsWhenHeld()) {
            return refusal(state);
        }
        @Nullable Peer peer = peers.nextThatTakesNewSessions();
        if (peer == null) {
            return settings.servesWhenLast() ? Pass.STICKY : refusal(state);
        }
        // The way here may have begun with one redirect that is not counted.
        if (Hops.count(request.query()) >= Hops.MAX - 1) {
            return Pass.STICKY;
        }
        // A peer's state may have changed since its last probe, so two held nodes could name each other: always marked.
        @Nullable Answer redirect = answers.redirect(request, peer, false);
        return redirect == null ? Pass.STICKY : redirect;
    }

    private Answer refusal(NodeState state) {
        return Answers.refusal(node.id(), "is " + state.key() + " and takes no new sessions");
    }
}
