package io.homeport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another node, and what the last probe saw of it. Thread-safe. */
final class Peer implements Route {
    private final PeerSettings.Entry settings;
    // Written by the prober only, one volatile write a probe.
    private volatile PeerStatus status = PeerStatus.UNKNOWN;

    Peer(PeerSettings.Entry settings) {
        this.settings = settings;
    }

    String id() {
        return settings.id();
    }

    List<BaseUrl> urls() {
        return settings.urls();
    }

    @Nullable
    BaseUrl externalUrl() {
        return settings.externalUrl();
    }

    PeerStatus status() {
        return status;
    }

    void status(PeerStatus seen) {
        status = seen;
    }

    /** Whether its home sessions can be reached. One not yet probed is taken at its word. */
    boolean isUp() {
        return status.condition() != PeerStatus.Condition.DOWN;
    }

    boolean takesNewSessions() {
        return status.condition() == PeerStatus.Condition.UP && status.state().equals(NodeState.ACTIVE.key());
    }

    /** Where clients are sent: the external URL, else the instance that answered. */
    BaseUrl target() {
        BaseUrl external = externalUrl();
        return external == null ? urls().get(status.instance()) : external;
    }

    /** Whether the last probe proved that {@link #target} is this very node, so that no loop can begin there. */
    boolean isProven() {
        return externalUrl() == null && status.condition() == PeerStatus.Condition.UP;
    }
}
