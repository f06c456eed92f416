package io.homeport.sim;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Probes each backend over and over, from the moment it is watched until it is not. Thread-safe. */
final class Prober {
    private final Duration interval;
    private final Timer timer;
    private final BiConsumer<Backend, Runnable> probe;
    private final Map<String, Backend> watched = new ConcurrentHashMap<>();

    /**
     * @param interval from the end of one probe to the next
     * @param probe begins one probe, and runs what it is given when that has been reported
     */
    Prober(Duration interval, Timer timer, BiConsumer<Backend, Runnable> probe) {
        this.interval = interval;
        this.timer = timer;
        this.probe = probe;
    }

    /** Begins at once. */
    void watch(Backend backend) {
        watched.put(backend.id(), backend);
        probe(backend);
    }

    void unwatch(String id) {
        watched.remove(id);
    }

    private void probe(Backend backend) {
        if (backend.equals(watched.get(backend.id()))) {
            probe.accept(backend, () -> timer.after(interval, () -> probe(backend)));
        }
    }
}
