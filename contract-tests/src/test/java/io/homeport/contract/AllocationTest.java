package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent allocates for a request, told object by object, whatever else the machine does meanwhile. */
final class AllocationTest {
    private static final Ask STATELESS = Ask.get("/app/page");
    private static final Ask STICKY = STATELESS.cookie("HOMEPORT=n1; JSESSIONID=abc");
    private static final Ask LOGIN = Ask.get("/app/session/create");

    /** More than the 127 calls after which the JDK makes a method handle code of its own. */
    private static final int REQUESTS = 200;

    private static final int LOGINS = 10;
    private static final int ATTEMPTS = 5;

    /** Under JDK 17's serial and parallel collectors compiled code allocates unseen even where there are no TLABs. */
    private static final String[] EVERY_OBJECT_IS_TOLD = {"-XX:-UseTLAB", "-XX:+UseG1GC"};

    static Stream<ContainerHost> cells() {
        return Cells.ofTheAgentInItsLines();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void stickyAndStatelessRequestsAllocateNothingOfOurs(ContainerHost cell) throws IOException {
        Map<String, String> keys = Map.of("node.id", "n1");
        try (ChildProcess jvm = cell.container().start(cell.jdk(), Surface.AGENT, keys, EVERY_OBJECT_IS_TOLD);
                KeptConnection connection = new KeptConnection(port(jvm))) {
            send(connection, REQUESTS, STICKY, STATELESS);
            Allocations made = settled(connection);
            assertThat(made.ofTheApplication()).as("seen at all").isGreaterThanOrEqualTo(REQUESTS);
            assertThat(made.toString()).as("ours").isEmpty();
            assertThat(during(connection, LOGINS, LOGIN).countOfOurs())
                    .as("ours, seen where there are any")
                    .isGreaterThanOrEqualTo(LOGINS);
        }
    }

    private static int port(ChildProcess jvm) {
        String line = jvm.log().await("bench port ");
        return Integer.parseInt(line.substring("bench port ".length()).strip());
    }

    /** What a thread, a connection or a lambda needs once does not come again and again; what a request needs does. */
    private static Allocations settled(KeptConnection connection) throws IOException {
        Allocations made = during(connection, REQUESTS, STICKY, STATELESS);
        for (int attempt = 1; attempt < ATTEMPTS && made.countOfOurs() > 0; attempt++) {
            made = during(connection, REQUESTS, STICKY, STATELESS);
        }
        return made;
    }

    private static Allocations during(KeptConnection connection, int requests, Ask... asks) throws IOException {
        send(connection, 1, Ask.get("/app/recorded/begin"));
        send(connection, requests, asks);
        Reply recording = connection.send(Ask.get("/app/recorded/end"));
        return Allocations.read(Path.of(recording.body()));
    }

    private static void send(KeptConnection connection, int requests, Ask... inTurn) throws IOException {
        for (int i = 0; i < requests; i++) {
            Reply reply = connection.send(inTurn[i % inTurn.length]);
            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        }
    }
}
