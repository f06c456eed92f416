package io.homeport.sample;

import static io.homeport.sample.Json.member;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One client's stream of events, written by one thread at a time. A client that left ends its stream. */
final class EventStream implements AsyncListener {
    private static final ExecutorService WRITERS = Executors.newCachedThreadPool(EventStream::writer);
    private static final Executor NEXT_TICK = CompletableFuture.delayedExecutor(200, MILLISECONDS, WRITERS);

    private final AsyncContext client;
    private final String node;
    private final int count;
    /** Set by the server's threads, read by the writer. */
    private volatile boolean gone;

    EventStream(AsyncContext client, String node, int count) {
        this.client = client;
        this.node = node;
        this.count = count;
    }

    void start() {
        client.setTimeout(0);
        client.addListener(this);
        WRITERS.execute(() -> send(1));
    }

    private void send(int number) {
        if (gone) {
            return;
        }
        try {
            write(number);
        } catch (IOException | IllegalStateException clientLeft) {
            end();
            return;
        }
        if (number < count) {
            NEXT_TICK.execute(() -> send(number + 1));
        } else {
            end();
        }
    }

    private void write(int number) throws IOException {
        String data = Json.object(member("number", number), member("node", node));
        ServletOutputStream out = client.getResponse().getOutputStream();
        out.write(("id: " + number + "\nevent: tick\ndata: " + data + "\n\n").getBytes(UTF_8));
        out.flush();
    }

    private void end() {
        try {
            client.complete();
        } catch (IllegalStateException endedByServer) {
            gone = true;
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        gone = true;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gone = true;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        gone = true;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    private static Thread writer(Runnable work) {
        Thread thread = new Thread(work, "events");
        thread.setDaemon(true);
        return thread;
    }
}
