package io.homeport.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamingTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int MUCH = 100 * MEGABYTE;

    private final List<AutoCloseable> open = new ArrayList<>();

    private <T extends AutoCloseable> T closedLater(T closeable) {
        open.add(0, closeable);
        return closeable;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private RawClient through(RawBackend.Behaviour behaviour) throws IOException {
        RawBackend backend = closedLater(new RawBackend(behaviour));
        Balancer balancer = closedLater(
                Balancer.roundRobin().backend("n1", backend.url()).build().start());
        return closedLater(new RawClient(balancer.url()));
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theFirstBytesOfADownloadArriveBeforeTheLastAreSent() throws Exception {
        CountDownLatch firstHasArrived = new CountDownLatch(1);
        RawClient client = through((head, in, out) -> {
            RawBackend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            await(firstHasArrived);
            RawBackend.write(out, "-last");
        });
        client.send(RawClient.request("GET", "/"));
        client.head();
        assertThat(client.read(5)).isEqualTo("first");
        firstHasArrived.countDown();
        assertThat(client.read(5)).isEqualTo("-last");
    }

    @Test
    void theHeadOfAnAnswerArrivesBeforeItsBody() throws Exception {
        CountDownLatch headHasArrived = new CountDownLatch(1);
        RawClient client = through((head, in, out) -> {
            RawBackend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
            await(headHasArrived);
            RawBackend.write(out, "body");
        });
        client.send(RawClient.request("GET", "/"));
        assertThat(client.head()).startsWith("HTTP/1.1 200");
        headHasArrived.countDown();
        assertThat(client.read(4)).isEqualTo("body");
    }

    @Test
    void serverSentEventsFlowOneByOne() throws Exception {
        CountDownLatch firstHasArrived = new CountDownLatch(1);
        RawClient client = through((head, in, out) -> {
            RawBackend.write(
                    out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            RawBackend.write(out, "9\r\ndata: 1\n\n\r\n");
            await(firstHasArrived);
            RawBackend.write(out, "9\r\ndata: 2\n\n\r\n0\r\n\r\n");
        });
        client.send(RawClient.request("GET", "/events"));
        assertThat(client.head()).contains("text/event-stream", "Transfer-Encoding: chunked");
        assertThat(client.read(12)).isEqualTo("9\r\ndata: 1\n\n");
        firstHasArrived.countDown();
        assertThat(client.read(21)).isEqualTo("\r\n9\r\ndata: 2\n\n\r\n0\r\n\r\n");
    }

    @Test
    void theFirstBytesOfAnUploadArriveBeforeTheLastAreSent() throws Exception {
        CountDownLatch firstHasArrived = new CountDownLatch(1);
        RawClient client = through((head, in, out) -> {
            in.readNBytes(5);
            firstHasArrived.countDown();
            in.readNBytes(5);
            RawBackend.write(out, RawBackend.ok("thanks"));
        });
        client.send(RawClient.request("POST", "/", "Content-Length: 10") + "first");
        await(firstHasArrived);
        client.send("-last");
        assertThat(client.answer()).endsWith("thanks");
    }

    @Test
    void aChunkedUploadIsPassedOnChunked() throws Exception {
        CompletableFuture<String> received = new CompletableFuture<>();
        RawClient client = through((head, in, out) -> {
            received.complete(head + new String(in.readNBytes(15), StandardCharsets.US_ASCII));
            RawBackend.write(out, RawBackend.ok(""));
        });
        client.send(RawClient.request("POST", "/", "Transfer-Encoding: chunked") + "5\r\nhello\r\n0\r\n\r\n");
        assertThat(client.answer()).startsWith("HTTP/1.1 200");
        assertThat(received.get(5, TimeUnit.SECONDS))
                .contains("Transfer-Encoding: chunked\r\n")
                .endsWith("5\r\nhello\r\n0\r\n\r\n");
    }

    @Test
    void aBigDownloadIsHeldBackByASlowClient() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CompletableFuture<Long> sent = new CompletableFuture<>();
        RawClient client = through((head, in, out) -> {
            RawBackend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + MUCH + "\r\n\r\n");
            long count = 0;
            byte[] piece = new byte[MEGABYTE];
            for (; count < MUCH; count += piece.length) {
                if (count == MUCH / 2) {
                    stuck.countDown();
                }
                out.write(piece);
            }
            out.flush();
            sent.complete(count);
        });
        client.send(RawClient.request("GET", "/"));
        client.head();
        assertThat(stuck.await(500, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(count(client.in(), MUCH)).isEqualTo(MUCH);
        assertThat(sent.get(5, TimeUnit.SECONDS)).isEqualTo(MUCH);
    }

    @Test
    void aBigUploadIsHeldBackByASlowBackend() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch halfSent = new CountDownLatch(1);
        RawClient client = through((head, in, out) -> {
            await(go);
            RawBackend.write(out, RawBackend.ok("" + count(in, MUCH)));
        });
        client.send(RawClient.request("POST", "/", "Content-Length: " + MUCH));
        CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> upload(client, halfSent));
        assertThat(halfSent.await(500, TimeUnit.MILLISECONDS)).isFalse();
        go.countDown();
        assertThat(client.answer()).endsWith("" + MUCH);
        upload.get(5, TimeUnit.SECONDS);
    }

    private static void upload(RawClient client, CountDownLatch halfSent) {
        try {
            byte[] piece = new byte[MEGABYTE];
            for (int sent = 0; sent < MUCH; sent += piece.length) {
                if (sent == MUCH / 2) {
                    halfSent.countDown();
                }
                client.out().write(piece);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long count(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long count = 0;
        while (count < most) {
            int read = in.read(buffer);
            if (read < 0) {
                break;
            }
            count += read;
        }
        return count;
    }

    @Test
    void expectContinueWaitsForTheBackend() throws Exception {
        CompletableFuture<String> body = new CompletableFuture<>();
        RawClient client = through((head, in, out) -> {
            assertThat(head).contains("Expect: 100-continue");
            RawBackend.write(out, "HTTP/1.1 100 Continue\r\n\r\n");
            body.complete(new String(in.readNBytes(5), StandardCharsets.US_ASCII));
            RawBackend.write(out, RawBackend.ok("thanks"));
        });
        client.send(RawClient.request("POST", "/", "Content-Length: 5", "Expect: 100-continue"));
        assertThat(client.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        client.send("hello");
        assertThat(client.answer()).endsWith("thanks");
        assertThat(body.get(5, TimeUnit.SECONDS)).isEqualTo("hello");
    }

    @Test
    void aRedirectInsteadOfContinueArrivesBeforeAnyBody() throws Exception {
        RawClient client = through((head, in, out) ->
                RawBackend.write(out, "HTTP/1.1 307 X\r\nLocation: http://elsewhere/\r\nContent-Length: 0\r\n\r\n"));
        client.send(RawClient.request("POST", "/", "Content-Length: 5", "Expect: 100-continue"));
        assertThat(client.head()).startsWith("HTTP/1.1 307").contains("Location: http://elsewhere/");
    }

    @Test
    void aBackendThatDoesNotKnowContinueStillGetsTheBody() throws Exception {
        RawClient client = through((head, in, out) -> {
            in.readNBytes(5);
            RawBackend.write(out, RawBackend.ok("thanks"));
        });
        client.send(RawClient.request("POST", "/", "Content-Length: 5", "Expect: 100-continue"));
        assertThat(client.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        client.send("hello");
        assertThat(client.answer()).endsWith("thanks");
    }

    @Test
    void anAnswerBeforeTheEndOfTheBodyReachesTheClient() throws Exception {
        RawClient client = through((head, in, out) -> {
            RawBackend.write(out, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            throw new IOException("hangs up");
        });
        client.send(RawClient.request("POST", "/", "Content-Length: 1000") + "some");
        assertThat(client.head()).startsWith("HTTP/1.1 413");
    }

    @Test
    void otherInterimAnswersPassThrough() throws Exception {
        RawClient client = through((head, in, out) ->
                RawBackend.write(out, "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + RawBackend.ok("page")));
        client.send(RawClient.request("GET", "/"));
        assertThat(client.head()).startsWith("HTTP/1.1 103").contains("Link: </a.css>");
        assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("page");
    }

    @Test
    void anAnswerThatEndsWithTheConnectionIsPassedOn() throws Exception {
        RawClient client = through((head, in, out) -> {
            RawBackend.write(out, "HTTP/1.0 200 OK\r\n\r\nuntil the end");
            throw new IOException("hangs up");
        });
        client.send(RawClient.request("GET", "/", "Connection: close"));
        client.head();
        assertThat(new String(client.in().readAllBytes(), StandardCharsets.US_ASCII))
                .contains("until the end");
    }

    @Test
    void aClientThatLeavesADownloadEndsItAtTheBackend() throws Exception {
        CountDownLatch noticed = new CountDownLatch(1);
        RawClient client = through((head, in, out) -> {
            RawBackend.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            sendForEver(out, noticed);
        });
        client.send(RawClient.request("GET", "/"));
        client.head();
        client.abort();
        await(noticed);
    }

    private static void sendForEver(OutputStream out, CountDownLatch noticed) throws IOException {
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        try {
            while (true) {
                RawBackend.write(out, chunk);
            }
        } catch (SocketException e) {
            noticed.countDown();
            throw e;
        }
    }

    @Test
    void aClientThatLeavesAnUploadEndsItAtTheBackend() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        RawClient client = through((head, in, out) -> {
            in.readNBytes(4);
            begun.countDown();
            try {
                end.complete(in.read());
            } catch (IOException e) {
                end.complete(-1);
            }
        });
        client.send(RawClient.request("POST", "/", "Content-Length: 1000") + "some");
        await(begun);
        client.abort();
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
    }

    @Test
    void aClientThatLeavesWhileWaitingIsNoticed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        RawClient client = through((head, in, out) -> {
            begun.countDown();
            try {
                end.complete(in.read());
            } catch (IOException e) {
                end.complete(-1);
            }
        });
        client.send(RawClient.request("GET", "/"));
        await(begun);
        client.abort();
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
    }

    @Test
    void aRequestSentAheadOfASlowAnswerIsServedToo() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        RawBackend backend = closedLater(new RawBackend((head, in, out) -> {
            begun.countDown();
            // Long enough for the watch to see what the client sends meanwhile.
            assertThat(never.await(300, TimeUnit.MILLISECONDS)).isFalse();
            RawBackend.write(out, RawBackend.ok(head.substring(0, head.indexOf(" HTTP"))));
        }));
        TurnedTimer time = new TurnedTimer();
        Balancer balancer = closedLater(new Balancer(Rosters.settings(), time));
        balancer.backend("n1", backend.url()).start();
        RawClient client = closedLater(new RawClient(balancer.url()));
        client.send(RawClient.request("GET", "/1"));
        await(begun);
        time.turn(Duration.ofSeconds(2));
        client.send(RawClient.request("GET", "/2"));
        client.send(RawClient.request("GET", "/3"));
        assertThat(client.answer()).endsWith("GET /1");
        assertThat(client.answer()).endsWith("GET /2");
        assertThat(client.answer()).endsWith("GET /3");
    }

    @Test
    void aSlowAnswerReachesAClientThatIsWatched() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        RawBackend backend = closedLater(new RawBackend((head, in, out) -> {
            begun.countDown();
            await(go);
            RawBackend.write(out, RawBackend.ok("slow"));
        }));
        TurnedTimer time = new TurnedTimer();
        Balancer balancer = closedLater(new Balancer(Rosters.settings(), time));
        balancer.backend("n1", backend.url()).start();
        RawClient client = closedLater(new RawClient(balancer.url()));
        for (int i = 0; i < 3; i++) {
            client.send(RawClient.request("GET", "/"));
            await(begun);
            time.turn(Duration.ofSeconds(2));
            go.countDown();
            assertThat(client.answer()).endsWith("slow");
        }
    }

    @Test
    void aConnectionIsUsableAfterAnAnswerThatCameBeforeTheBodyEnded() throws Exception {
        RawBackend backend = closedLater(new RawBackend((head, in, out) -> {
            if (head.startsWith("POST")) {
                RawBackend.write(out, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
            } else {
                RawBackend.write(out, RawBackend.ok("fine"));
            }
        }));
        Balancer balancer = closedLater(
                Balancer.roundRobin().backend("n1", backend.url()).build().start());
        for (int i = 0; i < 20; i++) {
            try (RawClient client = new RawClient(balancer.url())) {
                client.send(RawClient.request("POST", "/", "Content-Length: 1000") + "some");
                assertThat(client.head()).startsWith("HTTP/1.1 413");
            }
            assertThat(RawClient.get(balancer.url(), "/")).endsWith("fine");
        }
    }

    @Test
    void bytesArriveAsTheyWereSent() throws Exception {
        byte[] all = new byte[3 * MEGABYTE];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 31 + i / 257);
        }
        RawClient client = through((head, in, out) -> {
            byte[] body = in.readNBytes(all.length);
            RawBackend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
            out.write(body);
            out.flush();
        });
        client.send(RawClient.request("PUT", "/", "Content-Length: " + all.length));
        client.out().write(all);
        client.head();
        assertThat(Arrays.equals(client.in().readNBytes(all.length), all)).isTrue();
    }
}
