package io.homeport.sim;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Describes a balancer. Not thread-safe; every call changes and returns this builder.
 *
 * @param <T> what is built: a {@link Balancer} or a {@link SimulatedBalancer}
 */
public final class BalancerBuilder<T> {
    private final BiFunction<Settings, Map<String, URI>, T> finish;
    private final Map<String, URI> backends = new LinkedHashMap<>();
    private final List<Consumer<Access>> accessListeners = new ArrayList<>();
    // All below are what has been said so far.
    private int port;
    private @Nullable Integer adminPort;
    private Persistence persistence = Persistence.NONE;
    private @Nullable String cookie;
    private @Nullable String probe;
    private Duration probeInterval = Duration.ofSeconds(2);
    private Duration probeTimeout = Duration.ofSeconds(1);
    private int rise = 2;
    private int fall = 3;
    private @Nullable Integer drainStatus;
    private Consumer<Transition> transitionListener = transition -> {};
    private Clock clock = Clock.systemUTC();

    BalancerBuilder(BiFunction<Settings, Map<String, URI>, T> finish) {
        this.finish = finish;
    }

    /** Where to listen; 0, the default, is any free port. */
    public BalancerBuilder<T> port(int number) {
        port = number;
        return this;
    }

    /** Where to show the state, on the loopback address; 0 is any free port. Without it there is none. */
    public BalancerBuilder<T> adminPort(int number) {
        adminPort = number;
        return this;
    }

    /**
     * A backend that is there from the start.
     *
     * @throws IllegalArgumentException as {@link Balancer#backend}
     */
    public BalancerBuilder<T> backend(String id, URI url) {
        BackendName.check(id, url);
        if (backends.putIfAbsent(id, url) != null) {
            throw new IllegalArgumentException("backend: " + id + " (expected: an id not yet used)");
        }
        return this;
    }

    /** How clients find home; {@link Persistence#NONE} unless said. */
    public BalancerBuilder<T> persistence(Persistence kind) {
        persistence = kind;
        return this;
    }

    /** The name of the persistence cookie; {@code HOMEPORT} unless said, {@code SERVERID} when it is inserted. */
    public BalancerBuilder<T> cookie(String name) {
        cookie = name;
        return this;
    }

    /** Probes this path, which may carry a query. Without it nobody is probed and every backend counts as usable. */
    public BalancerBuilder<T> probe(String path) {
        probe = path;
        return this;
    }

    /** From the end of one probe to the next; 2 s unless said. */
    public BalancerBuilder<T> probeInterval(Duration interval) {
        probeInterval = interval;
        return this;
    }

    /** How long a probe may take; 1 s unless said. */
    public BalancerBuilder<T> probeTimeout(Duration timeout) {
        probeTimeout = timeout;
        return this;
    }

    /** How many probes in a row must pass to bring a backend back; 2 unless said. */
    public BalancerBuilder<T> rise(int probes) {
        rise = probes;
        return this;
    }

    /** How many probes in a row must fail to take a backend down; 3 unless said. */
    public BalancerBuilder<T> fall(int probes) {
        fall = probes;
        return this;
    }

    /** The status by which a backend that is up says that it wants no new clients, 404 say; none unless said. */
    public BalancerBuilder<T> drainStatus(int status) {
        drainStatus = status;
        return this;
    }

    /** Is told of every request that has ended, on the thread that ended it: it must not block. If it throws, that is logged. */
    public BalancerBuilder<T> onAccess(Consumer<Access> listener) {
        accessListeners.add(new Guarded<>(listener));
        return this;
    }

    /** Is told of every change of health, on the thread that found it out. If it throws, that is logged. */
    public BalancerBuilder<T> onTransition(Consumer<Transition> listener) {
        transitionListener = transitionListener.andThen(new Guarded<>(listener));
        return this;
    }

    /** Dates the transitions. */
    public BalancerBuilder<T> clock(Clock source) {
        clock = source;
        return this;
    }

    /** What has been described; it does not listen yet. */
    public T build() {
        String name = cookie == null ? persistence.defaultCookie() : cookie;
        ProbePlan plan = probe == null
                ? null
                : new ProbePlan(probe, probeInterval, probeTimeout, new ProbeRules(rise, fall, drainStatus));
        return finish.apply(
                new Settings(
                        port,
                        persistence,
                        new AffinityCookie(name),
                        plan,
                        adminPort,
                        List.copyOf(accessListeners),
                        transitionListener,
                        clock),
                new LinkedHashMap<>(backends));
    }
}
