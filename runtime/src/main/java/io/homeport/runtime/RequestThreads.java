package io.homeport.runtime;

import io.homeport.RequestPool;
import java.lang.ref.WeakReference;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The pools of request threads of one container, each held weakly. Thread-safe.
 *
 * @param <P> what the container knows a pool by
 */
public final class RequestThreads<P> {
    private final Collection<RequestPool> pools;
    private final Counter<P> counter;

    /** Asks a container, as {@link RequestPool} does. */
    public interface Counter<P> {

        int busy(P pool);

        int max(P pool);
    }

    public RequestThreads(HomeportNode node, Counter<P> counter) {
        this.pools = node.requestPools();
        this.counter = counter;
    }

    /** Notes a pool; whether it is seen for the first time. */
    public boolean seen(P pool) {
        synchronized (pools) {
            for (RequestPool other : pools) {
                if (other instanceof Weak<?> weak && weak.pool.get() == pool) {
                    return false;
                }
            }
            pools.removeIf(other -> other instanceof Weak<?> weak && weak.pool.refersTo(null));
            pools.add(new Weak<>(new WeakReference<>(pool), counter));
            return true;
        }
    }

    private record Weak<P>(WeakReference<P> pool, Counter<P> counter) implements RequestPool {

        @Override
        public int busy() {
            @Nullable P there = pool.get();
            return there == null ? 0 : counter.busy(there);
        }

        @Override
        public int max() {
            @Nullable P there = pool.get();
            return there == null ? 0 : counter.max(there);
        }
    }
}
