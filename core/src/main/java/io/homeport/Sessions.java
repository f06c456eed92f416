package io.homeport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All home sessions of this node. They are never counted a second time: the containers are asked when somebody wants to
 * know, and where there is a limit also when they say that a session came or went. Thread-safe.
 */
public final class Sessions {
    /** No limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final List<SessionSource> sources = new CopyOnWriteArrayList<>();
    private final int max;
    private final Node node;

    public Sessions(int max, Node node) {
        this.max = max;
        this.node = node;
    }

    /** An application has begun to have sessions. */
    public void add(SessionSource source) {
        sources.add(source);
        changed();
    }

    /** An application has ended. */
    public void remove(SessionSource source) {
        sources.remove(source);
        changed();
    }

    /** Forgets the applications that have gone without anybody having told. */
    public void removeGone() {
        sources.removeIf(SessionSource::isGone);
    }

    /** A session has come or gone. Costs nothing where there is no limit. */
    public void changed() {
        if (max != UNLIMITED) {
            node.applyLatest(() -> count() >= max ? NodeEvent.SESSIONS_FULL : NodeEvent.SESSIONS_FREE);
        }
    }

    /** How many there are now. */
    public int count() {
        int count = 0;
        for (SessionSource source : sources) {
            count += source.count();
        }
        return count;
    }

    /** Whether the session of that id lives here and is valid. */
    public boolean contains(String id) {
        for (SessionSource source : sources) {
            if (source.contains(id)) {
                return true;
            }
        }
        return false;
    }

    /** Milliseconds since the session was used that has not been used for the longest; 0 where there is none. */
    public long longestIdleMillis(long now) {
        long oldest = now;
        for (SessionSource source : sources) {
            oldest = Math.min(oldest, source.oldestUse(now));
        }
        return now - oldest;
    }

    /** The most that this node takes, or {@link #UNLIMITED}. */
    public int max() {
        return max;
    }

    /** How many more it takes, or {@link #UNLIMITED}. */
    int free() {
        return max == UNLIMITED ? UNLIMITED : Math.max(0, max - count());
    }
}
