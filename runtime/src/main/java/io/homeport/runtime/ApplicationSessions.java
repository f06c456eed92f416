package io.homeport.runtime;

import io.homeport.Homeport;
import io.homeport.SessionSource;
import io.homeport.Sessions;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one container, application by application, each held weakly, so that one whose end nobody has told keeps
 * nothing alive. Thread-safe.
 *
 * @param <A> what the container has for a web application
 */
public final class ApplicationSessions<A> {
    private final Sessions sessions;
    private final Homeport homeport;
    private final Counter<A> counter;
    // Guarded by this.
    private final Map<A, Source<A>> known = new WeakHashMap<>();

    /** Asks a container; the same questions as those of {@link SessionSource}, and whatever it throws is reported. */
    public interface Counter<A> {

        int count(A application) throws Exception;

        boolean contains(A application, String id) throws Exception;

        long oldestUse(A application, long now) throws Exception;
    }

    public ApplicationSessions(HomeportNode node, Counter<A> counter) {
        this.sessions = node.sessions();
        this.homeport = node.homeport();
        this.counter = counter;
    }

    /** Notes an application that has sessions from now on; whether it is seen for the first time. */
    public boolean started(A application) {
        Source<A> source;
        synchronized (this) {
            if (known.containsKey(application)) {
                return false;
            }
            source = new Source<>(new WeakReference<>(application), counter, homeport);
            known.put(application, source);
        }
        sessions.removeGone();
        sessions.add(source);
        return true;
    }

    /** Notes that it has none any more. */
    public void stopped(A application) {
        Source<A> source;
        synchronized (this) {
            source = known.remove(application);
        }
        if (source != null) {
            sessions.remove(source);
        }
    }

    private record Source<A>(WeakReference<A> application, Counter<A> counter, Homeport homeport)
            implements SessionSource {

        @Override
        public int count() {
            @Nullable A there = application.get();
            try {
                return there == null ? 0 : counter.count(there);
            } catch (Exception | LinkageError e) {
                homeport.report("session count", e);
                return 0;
            }
        }

        @Override
        public boolean contains(String id) {
            @Nullable A there = application.get();
            try {
                return there != null && counter.contains(there, id);
            } catch (Exception | LinkageError e) {
                homeport.report("session look-up", e);
                return false;
            }
        }

        @Override
        public long oldestUse(long now) {
            @Nullable A there = application.get();
            try {
                return there == null ? now : counter.oldestUse(there, now);
            } catch (Exception | LinkageError e) {
                homeport.report("session use", e);
                return now;
            }
        }

        @Override
        public boolean isGone() {
            return application.refersTo(null);
        }
    }
}
