package io.homeport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks every peer for its health in the background, never on a request. One thread: the scheduler given to it runs the
 * rounds and what the client calls back. HEAD has no body, so a peer that talks without end is cut off by the time-out.
 */
public final class PeerProber {

    /**
     * What a prober works with.
     *
     * @param scheduler runs everything; the caller's to shut down
     * @param random spreads the rounds by a tenth of the interval
     * @param log gets one line for each change of a peer's condition
     */
    public record Surroundings(
            ScheduledExecutorService scheduler, RandomGenerator random, Consumer<String> log, Faults faults) {}

    private static final String HERE = "is this instance";

    private final PeerSettings settings;
    private final String path;
    private final Peers peers;
    private final Surroundings surroundings;
    private final ScheduledExecutorService scheduler;
    private final @Nullable Instances instances;

    /** Starts nothing yet. */
    public PeerProber(Configuration configuration, Peers peers, Surroundings surroundings) {
        this.settings = configuration.peers();
        this.path = configuration.health().firstPath();
        this.peers = peers;
        this.surroundings = surroundings;
        this.scheduler = surroundings.scheduler();
        this.instances = peers.own();
    }

    /** Begins the rounds, the first one at once. */
    public void start() {
        if (peers.all().isEmpty() && instances == null) {
            return;
        }
        scheduler.execute(this::startRounds);
    }

    /** On the scheduler's thread: the client has one of its own, which must not inherit a web application's loader. */
    private void startRounds() {
        try {
            HttpClient client = client();
            for (Peer peer : peers.all()) {
                probe(client, peer);
            }
            if (instances != null) {
                instances.mark(Long.toHexString(surroundings.random().nextLong()));
                probe(client, instances.asPeer());
            }
        } catch (RuntimeException | LinkageError e) {
            surroundings.faults().report("probing", e);
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .executor(scheduler)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                // Peers are asked where clients will be sent, never through the proxy of the application.
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(settings.timeout())
                .build();
    }

    // The future's end is its own callback, which reports what it cannot handle.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void probe(HttpClient client, Peer peer) {
        asked(client, peer).whenComplete((status, error) -> {
            if (scheduler.isShutdown()) {
                // What a round that was cut off saw says nothing of the peer.
                return;
            }
            try {
                note(peer, error == null ? status : PeerStatus.silent(reason(error)));
            } catch (RuntimeException e) {
                surroundings.faults().report("probing " + peer.id(), e);
            }
            if (!isOwn(peer) || !Objects.requireNonNull(instances).areAllHere()) {
                scheduler.schedule(() -> probe(client, peer), pauseMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** An error thrown at once ends the round, not the rounds. */
    private CompletableFuture<PeerStatus> asked(HttpClient client, Peer peer) {
        try {
            return ask(client, peer, 0);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private long pauseMillis() {
        long interval = settings.interval().toMillis();
        return interval - surroundings.random().nextLong(Math.max(1, interval / 10));
    }

    /** Asks the instances in their order until one answers as primary; else the one that comes next to it counts. */
    private CompletableFuture<PeerStatus> ask(HttpClient client, Peer peer, int instance) {
        boolean last = instance == peer.urls().size() - 1;
        return askOne(client, peer, instance)
                .thenCompose(status -> last || status.isSure()
                        ? CompletableFuture.completedFuture(status)
                        : ask(client, peer, instance + 1)
                                .thenApply(later -> later.rank() > status.rank() || isDown(status) ? later : status));
    }

    private static boolean isDown(PeerStatus status) {
        return status.condition() == PeerStatus.Condition.DOWN;
    }

    private CompletableFuture<PeerStatus> askOne(HttpClient client, Peer peer, int instance) {
        if (isHere(peer, instance)) {
            return CompletableFuture.completedFuture(PeerStatus.silent(HERE));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(peer.urls().get(instance).text() + path))
                .timeout(settings.timeout())
                .method("HEAD", HttpRequest.BodyPublishers.noBody());
        if (isOwn(peer)) {
            request.header(Instances.HEADER, Objects.requireNonNull(instances).markOf(instance));
        }
        return bounded(client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding()))
                .thenApply(
                        response -> isHere(peer, instance) ? PeerStatus.silent(HERE) : judge(peer, instance, response))
                .exceptionally(error -> PeerStatus.silent(reason(error)));
    }

    private boolean isOwn(Peer peer) {
        return instances != null && instances.asPeer() == peer;
    }

    private boolean isHere(Peer peer, int instance) {
        return isOwn(peer) && Objects.requireNonNull(instances).isHere(instance);
    }

    /** The client's own time-out does not cover every way to hang, a TLS handshake among them. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private <T> CompletableFuture<T> bounded(CompletableFuture<T> answer) {
        long bound = settings.timeout().toMillis() * 2;
        Future<?> end = scheduler.schedule(() -> answer.cancel(true), bound, TimeUnit.MILLISECONDS);
        answer.whenComplete((done, error) -> end.cancel(false));
        return answer;
    }

    private static PeerStatus judge(Peer peer, int instance, HttpResponse<Void> response) {
        String node = response.headers().firstValue("Homeport-Node").orElse("");
        String state = response.headers().firstValue("Homeport-State").orElse("");
        return PeerStatus.of(peer.id(), instance, response.statusCode(), node, state);
    }

    private void note(Peer peer, PeerStatus seen) {
        PeerStatus before = peer.status();
        peer.status(seen);
        if (isOwn(peer)) {
            Objects.requireNonNull(instances).probed();
        } else if (before.condition() != seen.condition()) {
            surroundings
                    .log()
                    .accept("peer " + peer.id() + ": " + seen.condition().name().toLowerCase(java.util.Locale.ROOT)
                            + " (" + seen.why() + ")");
        }
    }

    private static String reason(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof HttpTimeoutException || cause instanceof CancellationException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException) {
            return "cannot connect";
        }
        String message = cause instanceof IOException ? cause.getMessage() : cause.toString();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
