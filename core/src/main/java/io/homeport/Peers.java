package io.homeport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The other nodes by route. The list is fixed; what is known of each changes with every probe. */
public final class Peers {
    private final @Nullable Instances own;
    private final Map<String, Peer> byId = new LinkedHashMap<>();
    private final List<Peer> all;
    // Spreads the clients of a held node over its peers.
    private final AtomicInteger turn = new AtomicInteger();

    public Peers(PeerSettings settings) {
        for (PeerSettings.Entry entry : settings.entries()) {
            byId.put(entry.id(), new Peer(entry));
        }
        all = List.copyOf(byId.values());
        own = settings.own() == null ? null : new Instances(settings.own());
    }

    /** The other instances of this node, null where none is configured. */
    @Nullable
    Instances own() {
        return own;
    }

    List<Peer> all() {
        return all;
    }

    @Nullable
    Peer byId(String id) {
        return byId.get(id);
    }

    /** A peer that takes new sessions, each in its turn; null where none does. */
    @Nullable
    Peer nextThatTakesNewSessions() {
        List<Peer> taking = new ArrayList<>(all.size());
        for (Peer peer : all) {
            if (peer.takesNewSessions()) {
                taking.add(peer);
            }
        }
        return taking.isEmpty() ? null : taking.get(Math.floorMod(turn.getAndIncrement(), taking.size()));
    }
}
