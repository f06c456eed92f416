package io.homeport.servlet;

import io.homeport.SessionSource;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions of a web application whose begin its container has told, kept with the application itself: listeners may be
 * called before there is a node. They tell an end before the container counts it, so the count is their own. Thread-safe.
 */
final class KnownSessions implements SessionSource {
    private static final String ATTRIBUTE = KnownSessions.class.getName();

    private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();
    private volatile boolean told;
    private volatile Runnable change = () -> {};

    private KnownSessions() {}

    static KnownSessions of(ServletContext context) {
        synchronized (KnownSessions.class) {
            if (context.getAttribute(ATTRIBUTE) instanceof KnownSessions there) {
                return there;
            }
            KnownSessions made = new KnownSessions();
            context.setAttribute(ATTRIBUTE, made);
            return made;
        }
    }

    /** The container knows a listener of ours from now on. */
    void told() {
        told = true;
    }

    boolean isTold() {
        return told;
    }

    /** Has each change told from now on. */
    void onChange(Runnable teller) {
        change = teller;
    }

    void created(HttpSession session) {
        sessions.put(session.getId(), session);
        change.run();
    }

    void destroyed(HttpSession session) {
        sessions.remove(session.getId());
        change.run();
    }

    void renamed(HttpSession session, String oldId) {
        sessions.remove(oldId);
        sessions.put(session.getId(), session);
    }

    @Override
    public int count() {
        return sessions.size();
    }

    /** Containers that have a route show it in the id. */
    @Override
    public boolean contains(String id) {
        if (sessions.containsKey(id)) {
            return true;
        }
        String routed = id + ".";
        for (String known : sessions.keySet()) {
            if (known.startsWith(routed)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long oldestUse(long now) {
        long oldest = now;
        for (HttpSession session : sessions.values()) {
            oldest = Math.min(oldest, lastUse(session, now));
        }
        return oldest;
    }

    private static long lastUse(HttpSession session, long now) {
        try {
            return session.getLastAccessedTime();
        } catch (IllegalStateException e) {
            // It has just ended.
            return now;
        }
    }
}
