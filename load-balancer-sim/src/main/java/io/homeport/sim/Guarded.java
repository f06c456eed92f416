package io.homeport.sim;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener of a user's that may fail: the failure is logged, the balancer goes on. */
record Guarded<T>(Consumer<T> listener) implements Consumer<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    @Override
    public void accept(T event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("listener failed on {}", event, e);
        }
    }
}
