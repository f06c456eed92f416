package io.homeport.runtime;

import io.homeport.Node;
import io.homeport.NodeEvent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a node out to the last session: holds it, closes WebSockets spread over a time, and has kept connections closed
 * spread over another, once the last session has ended or the time of the whole is nearly over. A release ends it.
 */
final class Drain {
    private static final long LOOK_MILLIS = 500;

    /**
     * How it is done.
     *
     * @param within after which it is over, whatever is left
     * @param webSockets over which WebSockets are closed
     * @param connections over which connections are closed, at the end
     */
    record Wish(Duration within, Duration webSockets, Duration connections) {}

    private final Node node;
    private final WebSockets webSockets;
    private final LongSupplier nanos;
    // Guarded by this; null while nothing is drained.
    private @Nullable Future<?> looks;

    Drain(Node node, WebSockets webSockets, LongSupplier nanos) {
        this.node = node;
        this.webSockets = webSockets;
        this.nanos = nanos;
    }

    /** Begins; one that is under way is begun anew. */
    synchronized void start(Wish wish, ScheduledExecutorService scheduler) {
        end();
        node.apply(NodeEvent.HOLD);
        webSockets.closeAll(wish.webSockets());
        long closing = nanos.getAsLong()
                + Math.max(0, wish.within().minus(wish.connections()).toNanos());
        looks = scheduler.scheduleWithFixedDelay(new Look(wish, closing), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private final class Look implements Runnable {
        private final Wish wish;
        private final long closing;
        private boolean closes;

        Look(Wish wish, long closing) {
            this.wish = wish;
            this.closing = closing;
        }

        @Override
        public void run() {
            if (!node.isHeld()) {
                end();
            } else if (!closes && (node.sessions().count() == 0 || nanos.getAsLong() - closing >= 0)) {
                closes = true;
                node.connectionClosing().during(wish.connections());
            }
        }
    }

    /** Lets connections be kept again, unless the node is on its way down. */
    private synchronized void end() {
        if (looks != null) {
            looks.cancel(false);
            looks = null;
            webSockets.stopClosing();
            if (!node.isStopping()) {
                node.connectionClosing().stop();
            }
        }
    }
}
