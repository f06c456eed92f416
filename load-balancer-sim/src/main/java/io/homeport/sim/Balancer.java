package io.homeport.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A balancer: a reverse proxy for HTTP/1.1 in front of backends that may come and go while it runs.
 *
 * <pre>{@code
 * try (Balancer balancer = Balancer.roundRobin().backend("node1", uri).probe("/health").build()) {
 *     balancer.start();
 *     balancer.awaitHealth("node1", Health.UP, Duration.ofSeconds(5));
 *     client.get(balancer.url());
 * }
 * }</pre>
 *
 * <p>Started once, closed once. All methods are thread-safe.
 */
public final class Balancer implements AutoCloseable {
    private final Settings settings;
    private final Timer timer;
    private final Board board;
    private final Traffic traffic;
    private final @Nullable Prober prober;
    // Guarded by this.
    private @Nullable AdminPort admin;
    private boolean probing;

    Balancer(Settings settings, Timer timer) {
        this.settings = settings;
        this.timer = timer;
        this.board = new Board(settings.clock(), settings.transitionListener());
        this.traffic = new Traffic(settings, board, timer);
        this.prober = settings.probes() == null ? null : prober(settings.probes());
    }

    private Prober prober(ProbePlan plan) {
        return new Prober(
                plan.interval(),
                timer,
                (backend, done) -> new HttpProbe(plan, backend, outcome -> {
                            board.report(backend, plan.rules(), outcome);
                            done.run();
                        })
                        .start(timer));
    }

    /** Describes a balancer whose backends take turns. */
    public static BalancerBuilder<Balancer> roundRobin() {
        return new BalancerBuilder<>((settings, backends) -> {
            Balancer balancer = new Balancer(settings, Timer.real());
            backends.forEach(balancer::backend);
            return balancer;
        });
    }

    /**
     * Listens, and begins to probe.
     *
     * @throws UncheckedIOException if a port cannot be had; the message says which
     */
    public synchronized Balancer start() {
        try {
            traffic.start(settings.port());
            if (settings.adminPort() != null) {
                admin = openAdmin(settings.adminPort());
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e.getMessage(), e);
        }
        probing = true;
        board.roster().members().forEach(member -> watch(member.backend()));
        return this;
    }

    private AdminPort openAdmin(int port) throws IOException {
        try {
            return AdminPort.open(port, this::state);
        } catch (IOException e) {
            throw new IOException("admin: " + port + " (expected: a free port; " + e.getMessage() + ")", e);
        }
    }

    /**
     * Adds a backend, from the next request on.
     *
     * @param url where it is; scheme {@code http}, host and port, no path
     * @throws IllegalArgumentException if the id is taken or not one, or the URL is none of a backend
     */
    public synchronized Balancer backend(String id, URI url) {
        BackendName.check(id, url);
        Backend backend = traffic.backend(id, url);
        board.add(backend);
        if (probing) {
            watch(backend);
        }
        return this;
    }

    /** Takes a backend out, from the next request on; requests it has are brought to their end. */
    public synchronized Balancer removeBackend(String id) {
        Member removed = board.remove(id);
        if (removed != null) {
            if (prober != null) {
                prober.unwatch(id);
            }
            removed.backend().upstream().close();
        }
        return this;
    }

    private void watch(Backend backend) {
        if (prober != null) {
            prober.watch(backend);
        }
    }

    /** Where it listens, without a path, as {@code http://localhost:PORT}. */
    public URI url() {
        return URI.create("http://localhost:" + traffic.port());
    }

    /**
     * Where the state is shown.
     *
     * @throws IllegalStateException if no admin port was asked for
     */
    public synchronized URI adminUrl() {
        if (admin == null) {
            throw new IllegalStateException("adminUrl: none (expected: a started balancer with an admin port)");
        }
        return URI.create("http://localhost:" + admin.port());
    }

    boolean hasAdmin() {
        return settings.adminPort() != null;
    }

    /** What it knows now. */
    public BalancerState state() {
        List<BackendState> backends = board.roster().members().stream()
                .map(member -> member.backend().state(member.state()))
                .toList();
        return new BalancerState(backends, traffic.decisions(), board.transitions());
    }

    /**
     * Waits, without polling, until a backend has this health.
     *
     * @throws IllegalStateException if it has not within the time; the message says what it has and why
     */
    public Balancer awaitHealth(String id, Health health, Duration atMost) {
        try {
            if (board.await(id, health, atMost)) {
                return this;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(
                id + " is not " + health + " after " + Durations.text(atMost) + ": " + state().backends());
    }

    /** Stops listening and drops what is under way. Closing twice does nothing. */
    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
        traffic.stop();
        timer.close();
    }
}
