package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent does to WildFly beside its applications: nothing. */
@Tag("soak")
final class WildFlyTest {
    private static final String MANAGEMENT = "Http management interface listening on http://127.0.0.1:";

    private static Stream<Distribution> releases() {
        return Stream.of(Distributions.WILDFLY_26, Distributions.WILDFLY_39)
                .filter(release -> Distributions.errorOf(release, Jdk.running()).isEmpty());
    }

    private static ServerProcess withHomeport(Distribution wildfly) {
        Map<String, String> keys = Map.of("node.id", "n1", "management.port", "0");
        return wildfly.start(Jdk.running(), Surface.AGENT.options(keys));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itsManagementAnswersAsWithoutHomeport(Distribution wildfly) {
        try (ServerProcess with = withHomeport(wildfly);
                ServerProcess without = wildfly.start(Jdk.running(), List.of())) {
            assertThat(with.client().send(Ask.get("/health")).one("Homeport-Node"))
                    .isEqualTo("n1");
            RawClient management = managementOf(with);
            RawClient own = managementOf(without);
            for (String path : new String[] {"/health", "/health/live", "/live", "/", "/management", "/nothing"}) {
                Ask ask = Ask.get(path).cookie("HOMEPORT=n2");
                assertThat(described(management.send(ask))).as(path).isEqualTo(described(own.send(ask)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itsLogIsSetUpByItself(Distribution wildfly) throws IOException {
        try (ServerProcess server = withHomeport(wildfly)) {
            server.client();
            server.log().await("node n1: starting -> active");
            Path log = server.jvm().folder().resolve("log").resolve("server.log");
            assertThat(Files.readString(log)).contains("WFLYSRV0025", "homeport: node n1: starting -> active");
            assertThat(server.log().all()).noneMatch(line -> line.contains("WFLYLOG0078"));
        }
    }

    private static RawClient managementOf(ServerProcess server) {
        String line = server.log().await(MANAGEMENT);
        String port =
                line.substring(line.indexOf(MANAGEMENT) + MANAGEMENT.length()).split("/", 2)[0];
        return new RawClient(Integer.parseInt(port));
    }

    /** Status, names of the header fields, and words of the body: what does not change from one answer to the next. */
    private static List<String> described(Reply reply) {
        Stream<String> names = reply.headers().stream().map(header -> header[0].toLowerCase(Locale.ROOT));
        Stream<String> words = Arrays.stream(reply.body().split("[^A-Za-z0-9]+", -1));
        return Stream.concat(Stream.of(String.valueOf(reply.status())), Stream.concat(names, words))
                .sorted()
                .toList();
    }
}
