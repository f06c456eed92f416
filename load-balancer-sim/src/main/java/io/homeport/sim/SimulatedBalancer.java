package io.homeport.sim;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@link Balancer} as a JUnit Jupiter extension: in a static field one for all tests of a class, in an instance field a new one
 * for each test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatedBalancer balancer = SimulatedBalancer.roundRobin()
 *         .persistence(Persistence.AFFINITY_COOKIE)
 *         .probe("/health?on-hold=404")
 *         .drainStatus(404)
 *         .build();
 * }</pre>
 */
public final class SimulatedBalancer
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final Settings settings;
    private final Map<String, URI> backends;
    // Written by JUnit's callbacks, before and after the tests that read them.
    private volatile @Nullable Balancer running;
    // How many test classes share it: the one it is declared in and those nested there.
    private final AtomicInteger sharing = new AtomicInteger();

    private SimulatedBalancer(Settings settings, Map<String, URI> backends) {
        this.settings = settings;
        this.backends = backends;
    }

    /** Describes a balancer whose backends take turns. */
    public static BalancerBuilder<SimulatedBalancer> roundRobin() {
        return new BalancerBuilder<>(SimulatedBalancer::new);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (sharing.incrementAndGet() == 1) {
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (sharing.get() == 0) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (sharing.get() == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (sharing.decrementAndGet() == 0) {
            stop();
        }
    }

    private void start() {
        Balancer balancer = new Balancer(settings, Timer.real());
        backends.forEach(balancer::backend);
        running = balancer.start();
    }

    private void stop() {
        Balancer balancer = running;
        running = null;
        if (balancer != null) {
            balancer.close();
        }
    }

    /**
     * The balancer itself.
     *
     * @throws IllegalStateException outside of tests
     */
    public Balancer balancer() {
        Balancer balancer = running;
        if (balancer == null) {
            throw new IllegalStateException("balancer: not running (expected: use within a test)");
        }
        return balancer;
    }

    /** Adds a backend, as {@link Balancer#backend}. */
    public SimulatedBalancer backend(String id, URI url) {
        balancer().backend(id, url);
        return this;
    }

    /** Takes a backend out, as {@link Balancer#removeBackend}. */
    public SimulatedBalancer removeBackend(String id) {
        balancer().removeBackend(id);
        return this;
    }

    /** Where it listens. */
    public URI url() {
        return balancer().url();
    }

    /** What it knows now. */
    public BalancerState state() {
        return balancer().state();
    }

    /** Waits until a backend has this health, as {@link Balancer#awaitHealth}. */
    public SimulatedBalancer awaitHealth(String id, Health health, Duration atMost) {
        balancer().awaitHealth(id, health, atMost);
        return this;
    }
}
