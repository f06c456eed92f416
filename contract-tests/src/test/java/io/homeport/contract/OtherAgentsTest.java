package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.artifacts.Artifacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Another agent in the same JVM, placed before ours and after it. */
final class OtherAgentsTest {
    private static final String OPEN_TELEMETRY = "io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1";
    private static final String JACOCO = "org.jacoco:org.jacoco.agent:jar:runtime:0.8.15";

    /** Where the other agent stands on the command line. */
    enum Place {
        BEFORE,
        AFTER
    }

    @TempDir
    private Path folder = Path.of("");

    /** The first place is tried in this JDK, the second in the other one, if there is one. */
    static Stream<Arguments> placesOnContainers() {
        List<Jdk> jdks = Cells.jdks();
        return Stream.of(Container.TOMCAT_11_0, Container.JETTY_12_1_EE11, Container.JETTY_9_4, Container.UNDERTOW_2_3)
                .flatMap(container -> Stream.of(
                        Arguments.of(container, Place.BEFORE, jdks.get(0)),
                        Arguments.of(container, Place.AFTER, jdks.get(jdks.size() - 1))));
    }

    @ParameterizedTest
    @MethodSource("placesOnContainers")
    void openTelemetryAndHomeportBothWork(Container container, Place place, Jdk jdk) {
        List<String> agent = List.of(
                "-javaagent:" + Artifacts.alone(OPEN_TELEMETRY),
                "-Dotel.traces.exporter=logging",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Xmx256m");
        try (NeighbourNode neighbour =
                new NeighbourNode(ours -> container.startWith(jdk, placed(agent, place, ours), "Bench"))) {
            neighbour.assertAtWork();
            neighbour.node().log().await("LoggingSpanExporter");
        }
    }

    @ParameterizedTest
    @EnumSource
    void jacocoWritesItsCoverageAndHomeportWorks(Place place) throws Exception {
        Path coverage = folder.resolve("jacoco.exec");
        List<String> agent = List.of("-javaagent:" + Artifacts.alone(JACOCO) + "=destfile=" + coverage);
        try (NeighbourNode neighbour = new NeighbourNode(
                ours -> Container.TOMCAT_11_0.startWith(Jdk.running(), placed(agent, place, ours), "Bench"))) {
            neighbour.assertAtWork();
            neighbour.node().jvm().endStdin();
            assertThat(neighbour.node().jvm().exitCode()).isZero();
        }
        assertThat(Files.readString(coverage, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("io/homeport/contract/bench/ContractServlet");
    }

    private static List<String> placed(List<String> other, Place place, List<String> ours) {
        List<String> options = new ArrayList<>(place == Place.BEFORE ? other : ours);
        options.addAll(place == Place.BEFORE ? ours : other);
        return options;
    }
}
