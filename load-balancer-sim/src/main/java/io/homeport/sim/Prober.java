package io.homeport.sim;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Probes each backend over and over, from the moment it is watched until it is not. Thread-safe. */
final class Prober {
    private final ProbePlan plan;
    private final Timer timer;
    private final BiConsumer<Backend, Consumer<ProbeOutcome>> probe;
    private final BiConsumer<Backend, ProbeOutcome> report;
    private final Map<String, Backend> watched = new ConcurrentHashMap<>();

    /**
     * @param probe begins one probe and hands over what it found, once, within the plan's timeout
     * @param report takes what was found
     */
    Prober(
            ProbePlan plan,
            Timer timer,
            BiConsumer<Backend, Consumer<ProbeOutcome>> probe,
            BiConsumer<Backend, ProbeOutcome> report) {
        this.plan = plan;
        this.timer = timer;
        this.probe = probe;
        this.report = report;
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
            probe.accept(backend, outcome -> {
                report.accept(backend, outcome);
                timer.after(plan.interval(), () -> probe(backend));
            });
        }
    }
}
