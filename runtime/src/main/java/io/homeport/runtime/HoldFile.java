package io.homeport.runtime;

import io.homeport.Node;
import io.homeport.NodeEvent;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A third hand on the switch of command line and management: a file that appears holds the node, one that disappears releases
 * it. What is done otherwise in between stays done. Of one thread at a time.
 */
final class HoldFile implements Runnable {
    private final Path path;
    private final Node node;
    private boolean there;

    HoldFile(Path path, Node node) {
        this.path = path;
        this.node = node;
    }

    /** Looks once. */
    @Override
    public void run() {
        boolean now = Files.exists(path);
        if (now != there) {
            there = now;
            node.apply(now ? NodeEvent.HOLD : NodeEvent.RELEASE);
        }
    }
}
