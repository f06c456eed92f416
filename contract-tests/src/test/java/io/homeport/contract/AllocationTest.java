package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the agent adds to what a container allocates for a request; told only on a quiet machine, for it counts all threads. The JVMs compile without escape analysis, so that every
 * {@code new} counts, and they count all threads exactly.
 */
@Tag("soak")
final class AllocationTest {
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 10_000;

    /** Half of the smallest object, which has 16 bytes; the rest is what else a server does meanwhile. */
    private static final double LESS_THAN_AN_OBJECT = 8;

    static Stream<Container> containers() {
        return EnumSet.of(
                Container.TOMCAT_9_0,
                Container.TOMCAT_11_0,
                Container.JETTY_9_4,
                Container.JETTY_11_0,
                Container.JETTY_12_1_EE11,
                Container.UNDERTOW_2_2,
                Container.UNDERTOW_2_3)
                .stream();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void stickyAndStatelessRequestsAllocateNothingOfOurs(Container container) throws IOException {
        Map<String, String> keys = Map.of("node.id", "n1");
        try (ChildProcess alone = container.start(Jdk.running(), List.of());
                ChildProcess with = container.start(Jdk.running(), Surface.AGENT, keys)) {
            for (String cookie : new String[] {"HOMEPORT=n1; JSESSIONID=abc", ""}) {
                double added = bytesPerRequest(with, cookie) - bytesPerRequest(alone, cookie);
                assertThat(added)
                        .as("bytes added to a request with cookie \"" + cookie + "\"")
                        .isLessThan(LESS_THAN_AN_OBJECT);
            }
        }
    }

    private static double bytesPerRequest(ChildProcess jvm, String cookie) throws IOException {
        String line = jvm.log().await("bench port ");
        int port = Integer.parseInt(line.substring("bench port ".length()).strip());
        try (KeptConnection connection = new KeptConnection(port)) {
            send(connection, cookie, WARM_UP);
            long before = allocated(connection);
            send(connection, cookie, REQUESTS);
            return (allocated(connection) - before) / (double) REQUESTS;
        }
    }

    private static void send(KeptConnection connection, String cookie, int requests) throws IOException {
        Ask page =
                cookie.isEmpty() ? Ask.get("/app/page") : Ask.get("/app/page").cookie(cookie);
        for (int i = 0; i < requests; i++) {
            Reply reply = connection.send(page);
            if (!reply.body().equals("application /page")) {
                throw new AssertionError(reply);
            }
        }
    }

    private static long allocated(KeptConnection connection) throws IOException {
        return Long.parseLong(
                connection.send(Ask.get("/app/allocated").cookie("HOMEPORT=n1")).body());
    }
}
