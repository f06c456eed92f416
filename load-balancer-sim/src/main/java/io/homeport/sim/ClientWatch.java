package io.homeport.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that a client hangs up while its backend keeps it waiting: Jetty does not read from a connection whose request it has
 * read. A client that closes only its sending side counts as gone. Thread-safe.
 */
final class ClientWatch {
    private final Request request;
    private final Runnable gone;
    // Guarded by this.
    private Stage stage = Stage.NEW;

    private enum Stage {
        NEW,
        WAITING,
        WATCHING,
        OVER
    }

    ClientWatch(Request request, Runnable gone) {
        this.request = request;
        this.gone = gone;
    }

    /** Time passes; an exchange that sees it twice is slow enough to be worth a watch. */
    synchronized void tick() {
        if (stage == Stage.NEW) {
            stage = Stage.WAITING;
        } else if (stage == Stage.WAITING) {
            stage = Stage.WATCHING;
            connection().getEndPoint().tryFillInterested(new OnReadable());
        }
    }

    /** The answer begins: Jetty gets its connection back. */
    synchronized void end() {
        if (stage == Stage.WATCHING && connection().getEndPoint() instanceof AbstractEndPoint endPoint) {
            stage = Stage.OVER;
            endPoint.getFillInterest().onFail(new EofException("the watch is over"));
        }
        stage = Stage.OVER;
    }

    private Connection connection() {
        return request.getConnectionMetaData().getConnection();
    }

    /** Under the lock, so that no answer begins, and no connection is handed on, while the exchange is being ended. */
    private synchronized void readable() {
        if (stage == Stage.WATCHING) {
            stage = Stage.OVER;
            if (hasHungUp()) {
                gone.run();
            }
        }
    }

    /** Looks for the end; what the client has sent ahead is kept for its next request. */
    private boolean hasHungUp() {
        ByteBuffer ahead = BufferUtil.allocate(1);
        try {
            int count = connection().getEndPoint().fill(ahead);
            if (count > 0 && connection() instanceof Connection.UpgradeTo keeper) {
                keeper.onUpgradeTo(ahead);
            }
            return count < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private final class OnReadable implements Callback {
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        @Override
        public void succeeded() {
            readable();
        }
    }
}
