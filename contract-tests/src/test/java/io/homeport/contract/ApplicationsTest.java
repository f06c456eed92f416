package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What applications beside which the agent lives see and keep of it. */
final class ApplicationsTest {
    @ParameterizedTest
    @EnumSource(
            value = Container.class,
            names = {"TOMCAT_11_0", "JETTY_12_1_EE11", "UNDERTOW_2_3"})
    void redeployingFiftyTimesLeaksNoClassLoaderAndTakesNoMoreHooks(Container container) {
        List<String> options =
                List.of(Surface.AGENT.options(java.util.Map.of("node.id", "n1")).get(0));
        try (ChildProcess jvm = container.startWith(Jdk.running(), options, "RedeployBench")) {
            jvm.log().await("bench slots used: 0 by 49 more deployments");
            jvm.log().await("bench loaders left: 0 of 50.");
            assertThat(jvm.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Container.class,
            names = {"TOMCAT_9_0", "TOMCAT_11_0", "JETTY_9_4", "JETTY_12_1_EE11", "UNDERTOW_2_3"})
    void noClassOfOursIsVisibleToTheApplicationNorOnItsStack(Container container) {
        try (NeighbourNode neighbour = new NeighbourNode(ours -> container.startWith(Jdk.running(), ours, "Bench"))) {
            String seen = neighbour.node().send(Ask.get("/app/visible")).body();
            assertThat(seen).isEqualTo("asked all, seen [], frames []");
        }
    }
}
