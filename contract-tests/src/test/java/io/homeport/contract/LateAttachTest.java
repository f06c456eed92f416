package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract does not see of an attach: what becomes of the requests that run meanwhile. */
@Tag("soak")
final class LateAttachTest {
    private static final int CLIENTS = 4;
    private static final String[] WAYS = {"create", "async", "stream", "large", "forward", "create-empty"};

    static Stream<ContainerHost> hosts() {
        return Cells.ofTheLateAgent();
    }

    /** Each client keeps its connection: from before the attach, through it, to one round after it. */
    @ParameterizedTest
    @MethodSource("hosts")
    void noRequestOnAKeptConnectionIsHarmedAndTheNextOnesAreStamped(ContainerHost host) throws Exception {
        try (ChildProcess jvm = host.container().start(host.jdk(), List.of())) {
            int port = Integer.parseInt(jvm.log().await("bench port ").substring("bench port ".length()));
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            try {
                Crowd crowd = new Crowd(port, new CountDownLatch(CLIENTS), new CountDownLatch(1));
                List<Future<List<Reply>>> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(threads.submit(crowd::client));
                }
                crowd.warm().await();
                try (ChildProcess attachment = Attachment.of(host.jdk(), jvm, Map.of("node.id", "n1"))) {
                    assertThat(attachment.exitCode()).as("%s", attachment.log()).isZero();
                    assertThat(attachment.log().all()).anyMatch(line -> line.startsWith("active on "));
                }
                crowd.attached().countDown();
                for (Future<List<Reply>> client : clients) {
                    client.get().forEach(Contract::assertStampedWithItsSession);
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(jvm.log().all()).noneMatch(line -> line.contains("requests go on to the application"));
        }
    }

    /** @param warm counts the clients that have made a round */
    private record Crowd(int port, CountDownLatch warm, CountDownLatch attached) {

        /** The replies of the round that began after the attach. */
        List<Reply> client() throws IOException {
            try (KeptConnection connection = new KeptConnection(port)) {
                round(connection);
                warm.countDown();
                while (attached.getCount() > 0) {
                    round(connection);
                }
                return round(connection);
            }
        }

        private static List<Reply> round(KeptConnection connection) throws IOException {
            List<Reply> replies = new ArrayList<>();
            for (String way : WAYS) {
                Reply reply = connection.send(Ask.get("/app/session/" + way));
                assertThat(reply.status()).as("%s", reply).isEqualTo(200);
                replies.add(reply);
            }
            return replies;
        }
    }
}
