package io.homeport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The other instances of this node, and what probing saw of them. Thread-safe.
 *
 * <p>A list that all instances share names this one too, and not always by the URL that it gives itself. So a probe of these
 * carries a mark, and an instance that is asked by its own mark knows that it is this one.
 */
final class Instances {
    /** The request field that carries the mark. */
    static final String HEADER = "Homeport-Prober";

    private final Peer all;
    // Indexes of the URLs that lead back here.
    private final Set<Integer> here = ConcurrentHashMap.newKeySet();
    // Set once, by the prober before its first round.
    private volatile String mark = "";
    // Set once, by the policy that watches.
    private volatile Runnable watch = () -> {};

    Instances(PeerSettings.Entry settings) {
        this.all = new Peer(settings);
    }

    /** All of them in the shape of a peer; its status is that of the one that answers as primary, if any does. */
    Peer asPeer() {
        return all;
    }

    /** The instance that is this node's primary as far as probing saw, null where none answers as such. */
    @Nullable
    BaseUrl primary() {
        PeerStatus status = all.status();
        return status.condition() == PeerStatus.Condition.UP && status.rank() > 1
                ? all.urls().get(status.instance())
                : null;
    }

    void mark(String text) {
        mark = text;
    }

    /** Who is told after each round; on the prober's thread. */
    void watch(Runnable told) {
        watch = told;
    }

    /** A round is over. */
    void probed() {
        watch.run();
    }

    /** What a probe of that instance carries. */
    String markOf(int instance) {
        return mark + "." + instance;
    }

    /** A probe has come in; {@code given} is what it carries. */
    void meet(@Nullable String given) {
        if (given == null || mark.isEmpty()) {
            return;
        }
        for (int i = 0; i < all.urls().size(); i++) {
            if (given.equals(markOf(i))) {
                here.add(i);
            }
        }
    }

    /** Whether that URL leads back here. */
    boolean isHere(int instance) {
        return here.contains(instance);
    }

    /** Whether every URL does, so that there is nobody to ask. */
    boolean areAllHere() {
        return here.size() == all.urls().size();
    }
}
