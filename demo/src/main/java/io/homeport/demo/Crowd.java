package io.homeport.demo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All shoppers: lets them arrive, shop at their own pace and leave. */
final class Crowd implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int SHORTEST_PAUSE_MS = 400;
    private static final int LONGEST_PAUSE_MS = 1400;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Crowd::thread);
    private final List<Shopper> shoppers = new ArrayList<>();
    private final Shopper.Town town;
    private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
    /** Set by the show, read by the shoppers' threads. */
    private volatile boolean closing;

    Crowd(Shopper.Town town) {
        this.town = town;
    }

    int size() {
        return shoppers.size();
    }

    /** Lets so many more come, spread over the time. */
    void arrive(int count, Duration over) {
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            Shopper shopper = new Shopper(shoppers.size() + 1, town);
            shoppers.add(shopper);
            next(shopper, random.nextInt((int) over.toMillis()));
        }
    }

    private void next(Shopper shopper, int pauseMs) {
        CompletableFuture.delayedExecutor(pauseMs, MILLISECONDS, threads).execute(() -> step(shopper));
    }

    private void step(Shopper shopper) {
        if (closing) {
            return;
        }
        try {
            shopper.step();
        } catch (RuntimeException | Error e) {
            trouble.compareAndSet(null, e);
        }
        next(shopper, ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
    }

    /** Has everyone take a last look at their carts; done when the last has left. */
    CompletableFuture<Void> leave() {
        closing = true;
        return CompletableFuture.allOf(shoppers.stream()
                .map(shopper -> CompletableFuture.runAsync(shopper::leave, threads))
                .toArray(CompletableFuture[]::new));
    }

    /** Complains if a shopper failed in a way that is no answer's fault. */
    void mustBeWell() {
        Throwable cause = trouble.get();
        if (cause != null) {
            throw new IllegalStateException("A shopper failed", cause);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "shoppers");
        thread.setDaemon(true);
        return thread;
    }
}
