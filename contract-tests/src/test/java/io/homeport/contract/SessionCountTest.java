package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The node knows how many sessions its container has, and what to do where that is all it takes. */
final class SessionCountTest {

    /** What every run tries. */
    static Stream<Arguments> hosts() {
        return Stream.of(
                Arguments.of(Container.TOMCAT_9_0_OLDEST, Surface.AGENT),
                Arguments.of(Container.TOMCAT_11_0, Surface.AGENT),
                Arguments.of(Container.JETTY_9_4, Surface.AGENT),
                Arguments.of(Container.JETTY_12_1_EE11, Surface.AGENT),
                Arguments.of(Container.UNDERTOW_2_3, Surface.AGENT),
                Arguments.of(Container.TOMCAT_11_0, Surface.FILTER),
                Arguments.of(Container.UNDERTOW_2_3, Surface.FILTER));
    }

    /** What a soak tries besides. */
    static Stream<Arguments> otherHosts() {
        return Stream.of(
                Arguments.of(Container.TOMCAT_9_0, Surface.AGENT),
                Arguments.of(Container.TOMCAT_10_1, Surface.AGENT),
                Arguments.of(Container.JETTY_9_4_OLDEST, Surface.AGENT),
                Arguments.of(Container.JETTY_11_0, Surface.AGENT),
                Arguments.of(Container.JETTY_12_0_EE8, Surface.AGENT),
                Arguments.of(Container.JETTY_12_0_EE10_OLDEST, Surface.AGENT),
                Arguments.of(Container.JETTY_12_1_EE9, Surface.AGENT),
                Arguments.of(Container.UNDERTOW_2_2_OLDEST, Surface.AGENT),
                Arguments.of(Container.TOMCAT_9_0, Surface.JAVAX_FILTER),
                Arguments.of(Container.JETTY_9_4, Surface.JAVAX_FILTER),
                Arguments.of(Container.JETTY_12_1_EE11, Surface.FILTER));
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("otherHosts")
    void sessionsAreCountedOnOtherReleasesToo(Container container, Surface surface) {
        sessionsAreCountedAsTheyComeAndGo(container, surface);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("otherHosts")
    void fullNodeOfAnotherReleaseDoesTheSame(Container container, Surface surface) {
        fullNodeKeepsItsSessionsAndSendsOthersOn(container, surface);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void sessionsAreCountedAsTheyComeAndGo(Container container, Surface surface) {
        try (CountedNode node = CountedNode.start(container, surface)) {
            assertThat(node.sessions()).isZero();
            String first = node.client();
            String second = node.client();
            assertThat(node.sessions()).isEqualTo(2);
            assertThat(node.get("/app/session/login", second).body()).isEqualTo("visit 3");
            assertThat(node.sessions()).isEqualTo(2);
            node.get("/app/session/invalidate", first);
            assertThat(node.sessions()).isEqualTo(1);
            if (surface == Surface.AGENT) {
                node.node().jvm().tell("undeploy");
                node.node().log().await("bench undeployed");
                assertThat(node.sessions()).isZero();
            }
            assertThat(node.node().log().all()).noneMatch(line -> line.contains("requests go on"));
        }
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void fullNodeKeepsItsSessionsAndSendsOthersOn(Container container, Surface surface) {
        try (CountedNode node = CountedNode.start(container, surface, 2)) {
            String first = node.client();
            String second = node.client();
            node.node().log().await("node n1: active -> full");
            String health = surface.isWithinTheApplication() ? "/app/health" : "/health";
            assertThat(node.get(health).one("Homeport-State")).isEqualTo("full");
            assertThat(node.get("/app/session/create").one("Location"))
                    .startsWith(node.peer().url() + "/app/session/create");
            assertThat(node.get("/app/session/login", first).body()).isEqualTo("visit 3");
            assertThat(node.get(health).one("Homeport-State")).isEqualTo("full");
            assertThat(node.node().log().all()).noneMatch(line -> line.contains("full -> active"));
            node.peer().becomes("on-hold");
            assertThat(node.get("/app/anything").body()).isEqualTo("application /anything");
            assertThat(node.get("/app/session/expire", second).body()).isEqualTo("expires");
            node.node().log().await("node n1: full -> active");
            assertThat(node.sessions()).isEqualTo(1);
            assertThat(node.get("/app/session/read", second).body()).isEqualTo("no session");
            assertThat(node.client()).isNotEmpty();
            assertThat(node.get(health).one("Homeport-State")).isEqualTo("full");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_11_0", "JETTY_9_4", "JETTY_12_1_EE11", "UNDERTOW_2_3"})
    void sessionsFromBeforeAnAttachAreCountedFromTheFirstRequestOn(Container container) {
        Map<String, String> keys = Map.of("node.id", "n1", "management.port", "0");
        try (ChildProcess jvm = container.start(Jdk.running(), List.of())) {
            RawClient before = ServerProcess.ofBench(jvm).client();
            before.send(Ask.get("/app/session/create"));
            before.send(Ask.get("/app/session/create"));
            try (ChildProcess attachment = Attachment.of(Jdk.running(), jvm, keys)) {
                assertThat(attachment.exitCode()).isZero();
            }
            ContainerNode node = new ContainerNode(ServerProcess.ofBench(jvm), "");
            node.send(Ask.get("/app/anything"));
            assertThat(CountedNode.sessions(node)).isEqualTo(2);
        }
    }
}
