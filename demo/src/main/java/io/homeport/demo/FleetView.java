package io.homeport.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was done to the nodes so far. Immutable: two views tell what was done between them.
 *
 * @param lives how often each node was killed
 * @param reachable nodes that take requests
 * @param onHold the node that is on hold, if one is
 */
record FleetView(
        Map<String, Integer> lives,
        Set<String> reachable,
        @Nullable String onHold) {

    FleetView {
        lives = Map.copyOf(lives);
        reachable = Set.copyOf(reachable);
    }

    static FleetView empty() {
        return new FleetView(Map.of(), Set.of(), null);
    }

    FleetView reached(String node) {
        Set<String> more = new HashSet<>(reachable);
        more.add(node);
        return new FleetView(lives, more, onHold);
    }

    FleetView killed(String node) {
        Map<String, Integer> next = new HashMap<>(lives);
        next.merge(node, 1, Integer::sum);
        Set<String> fewer = new HashSet<>(reachable);
        fewer.remove(node);
        return new FleetView(next, fewer, onHold);
    }

    FleetView held(String node) {
        return new FleetView(lives, reachable, node);
    }

    FleetView released() {
        return new FleetView(lives, reachable, null);
    }

    int life(String node) {
        return lives.getOrDefault(node, 0);
    }

    boolean holds(String node) {
        return node.equals(onHold);
    }

    /** Whether the node that made the session was killed since. */
    boolean outlived(Session session) {
        return life(session.node()) != session.life();
    }
}
