package io.homeport.runtime;

import io.homeport.Homeport;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.NodeReport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can ask of a node and do to it, whichever way the wish arrives. What changes the node returns the key of
 * the state that follows.
 */
record NodeService(Homeport homeport, Node node, Operations operations, Supplier<NodeReport> reports) {

    String hold() {
        return node.apply(NodeEvent.HOLD).key();
    }

    String release() {
        return node.apply(NodeEvent.RELEASE).key();
    }

    /** Why an operator cannot promote this instance, null where that is possible. */
    @Nullable
    String whyNotPromoted() {
        return operations.keeper() == null
                ? null
                : "role.lock decides who is primary (expected: demote the primary, then another takes the lock)";
    }

    /** Only where {@link #whyNotPromoted} is null. */
    String promote() {
        return node.apply(NodeEvent.PROMOTE).key();
    }

    String demote() {
        RoleKeeper keeper = operations.keeper();
        if (keeper != null) {
            keeper.standBack();
            return node.state().key();
        }
        return node.apply(NodeEvent.DEMOTE).key();
    }

    String drain(Drain.Wish wish) {
        operations.drain(wish);
        return node.state().key();
    }

    boolean hasSession(String id) {
        return node.sessions().contains(id);
    }

    /** The page that Prometheus reads. */
    String metrics() {
        return operations.outlets().page().text();
    }

    NodeReport report() {
        return reports.get();
    }
}
