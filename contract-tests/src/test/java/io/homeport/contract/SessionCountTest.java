package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The node knows how many sessions its container has, and what to do where that is all it takes. */
final class SessionCountTest {

    static Stream<Arguments> hosts() {
        List<Arguments> hosts = new ArrayList<>();
        for (Container container : EnumSet.of(
                Container.TOMCAT_9_0_OLDEST,
                Container.TOMCAT_9_0,
                Container.TOMCAT_10_1,
                Container.TOMCAT_11_0,
                Container.JETTY_9_4_OLDEST,
                Container.JETTY_9_4,
                Container.JETTY_11_0,
                Container.JETTY_12_0_EE8,
                Container.JETTY_12_0_EE10_OLDEST,
                Container.JETTY_12_1_EE9,
                Container.JETTY_12_1_EE11,
                Container.UNDERTOW_2_2_OLDEST,
                Container.UNDERTOW_2_3)) {
            hosts.add(Arguments.of(container, Surface.AGENT));
        }
        hosts.add(Arguments.of(Container.TOMCAT_9_0, Surface.JAVAX_FILTER));
        hosts.add(Arguments.of(Container.TOMCAT_11_0, Surface.FILTER));
        hosts.add(Arguments.of(Container.JETTY_9_4, Surface.JAVAX_FILTER));
        hosts.add(Arguments.of(Container.JETTY_12_1_EE11, Surface.FILTER));
        hosts.add(Arguments.of(Container.UNDERTOW_2_3, Surface.FILTER));
        return hosts.stream();
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
