package io.homeport.runtime;

import io.homeport.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The WebSockets that clients have opened, as sessions of {@code javax.websocket} or {@code jakarta.websocket}, each held
 * weakly. Thread-safe.
 */
public final class WebSockets {
    /** A client that has gone silent holds one up until the container gives up on it. */
    private static final int THREADS = 4;

    private final Faults faults;
    // Containers' sessions are equal only to themselves. Guarded by itself.
    private final Map<Object, Boolean> opened = Collections.synchronizedMap(new WeakHashMap<>());
    // Guarded by this; null while nothing is being closed.
    private @Nullable ScheduledThreadPoolExecutor closing;

    WebSockets(Faults faults) {
        this.faults = faults;
    }

    /** One has been made; it may not be open yet, and may turn out to be one that the application opens to another server. */
    public void opened(Object session) {
        opened.put(session, Boolean.TRUE);
    }

    /** How many are open now. */
    public int count() {
        return open().size();
    }

    /**
     * Closes all that are open with status 1012, service restart (RFC 6455, and the registry of IANA), evenly over that time
     * and on threads of the node's own, so that their clients do not all come back at once. Returns at once; what cannot be
     * closed is reported, and the others go on.
     */
    public synchronized void closeAll(Duration spread) {
        stopClosing();
        List<WebSocketSession> sessions = open();
        if (sessions.isEmpty()) {
            return;
        }
        Collections.shuffle(sessions, ThreadLocalRandom.current());
        ScheduledThreadPoolExecutor scheduler =
                new ScheduledThreadPoolExecutor(THREADS, DaemonThreads.named("homeport-websockets"));
        closing = scheduler;
        double step = spread.toMillis() / (double) sessions.size();
        for (int i = 0; i < sessions.size(); i++) {
            WebSocketSession session = sessions.get(i);
            long delay = (long) (step * (i + ThreadLocalRandom.current().nextDouble()));
            Future<?> unused = scheduler.schedule(() -> close(session), delay, TimeUnit.MILLISECONDS);
        }
        // Ends the threads with the last of them.
        scheduler.shutdown();
    }

    /** Leaves those open that have not been closed yet. */
    synchronized void stopClosing() {
        if (closing != null) {
            closing.shutdownNow();
            closing = null;
        }
    }

    private void close(WebSocketSession session) {
        try {
            session.closeForRestart();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            faults.report("websocket", e);
        }
    }

    private List<WebSocketSession> open() {
        List<Object> sessions;
        synchronized (opened) {
            sessions = new ArrayList<>(opened.keySet());
        }
        List<WebSocketSession> open = new ArrayList<>();
        for (Object session : sessions) {
            try {
                WebSocketSession one = WebSocketSession.of(session);
                if (one.isOpen() && one.isServed()) {
                    open.add(one);
                }
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                faults.report("websocket", e);
            }
        }
        return open;
    }
}
