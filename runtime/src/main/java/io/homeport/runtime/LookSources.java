package io.homeport.runtime;

import io.homeport.Node;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where looks find what they look at in this JVM. Thread-safe; keeps nothing alive. */
final class LookSources {
    private final Node node;
    private final List<Application> applications = new CopyOnWriteArrayList<>();
    private final List<WeakReference<Object>> pools = new CopyOnWriteArrayList<>();

    LookSources(Node node) {
        this.node = node;
    }

    Node node() {
        return node;
    }

    void add(Application application) {
        applications.removeIf(gone -> gone.loader() == null);
        // The latest first: one that was deployed anew is another.
        applications.add(0, application);
    }

    List<Application> applications() {
        return applications;
    }

    /** Notes a connection pool that has been made. */
    void addPool(Object pool) {
        pools.removeIf(gone -> gone.get() == null || gone.get() == pool);
        pools.add(new WeakReference<>(pool));
    }

    List<Object> pools() {
        List<Object> there = new ArrayList<>();
        for (WeakReference<Object> reference : pools) {
            Object pool = reference.get();
            if (pool != null) {
                there.add(pool);
            }
        }
        return there;
    }

    /** What there is to say of something that is not to be found. */
    Seen missing(String why) {
        return node.isStarting() ? Seen.NOT_YET : Seen.down(why);
    }
}
