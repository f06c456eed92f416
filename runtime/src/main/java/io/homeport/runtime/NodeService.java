package io.homeport.runtime;

import io.homeport.Homeport;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.NodeReport;
import java.util.function.Supplier;

/** What an operator can ask of a node and do to it, whichever way the wish arrives. */
record NodeService(Homeport homeport, Node node, Supplier<NodeReport> reports) {

    String hold() {
        return node.apply(NodeEvent.HOLD).key();
    }

    String release() {
        return node.apply(NodeEvent.RELEASE).key();
    }

    NodeReport report() {
        return reports.get();
    }
}
