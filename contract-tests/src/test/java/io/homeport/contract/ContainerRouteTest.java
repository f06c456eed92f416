package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The key affinity.container-route: the route in the container's own session ids. */
final class ContainerRouteTest {

    private static ContainerNode start(Container container, String wanted, String... options) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("node.id", "n1");
        keys.put("management.port", "0");
        keys.put("affinity.container-route", wanted);
        return new ContainerNode(container.start(Jdk.running(), Surface.AGENT, keys, options), "");
    }

    private static String setting(String value, String expected) {
        return "\"setting\":\"container route\",\"value\":\"" + value + "\",\"expected\":\"" + expected;
    }

    /** What the client sends back, after the application has counted its visits so far. */
    private static String visited(ContainerNode node, String session, int visits) {
        Reply reply = node.send(Ask.get("/app/session/create").cookie(session));
        Contract.assertServed(reply, "visit " + visits);
        return reply.cookie("JSESSIONID").isEmpty() ? session : "JSESSIONID=" + reply.cookie("JSESSIONID");
    }

    @ParameterizedTest
    @EnumSource
    void sessionIdsShowTheRouteAndAreFound(Container container) {
        try (ContainerNode node = start(container, "true")) {
            node.log().await(": container route n1");
            assertThat(node.manage(Ask.get("/node")).body()).contains(setting("n1", "\""));
            String session = Contract.sessionOn(node);
            assertThat(session).endsWith(".n1");
            assertThat(visited(node, session, 2)).isEqualTo(session);
            Reply misled =
                    node.send(Ask.get("/app/session/create").cookie(session).cookie("HOMEPORT=elsewhere"));
            Contract.assertServed(misled, "visit 3");
            assertThat(misled.cookie("HOMEPORT")).isEqualTo("n1");
            Reply login = node.send(Ask.get("/app/session/login").cookie(session));
            Contract.assertServed(login, "visit 5");
            String changed = "JSESSIONID=" + login.cookie("JSESSIONID");
            assertThat(changed).endsWith(".n1").isNotEqualTo(session);
            visited(node, changed, 6);
            assertThat(node.log().all()).noneMatch(line -> line.contains("requests go on to the application"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void linksThatCarryTheSessionShowTheRouteAndAreFound(Container container) {
        try (ContainerNode node = start(container, "true")) {
            String link = node.send(Ask.get("/app/session/link")).body();
            assertThat(link).startsWith("/app/session/create;jsessionid=").endsWith(".n1");
            Contract.assertServed(node.send(Ask.get(link)), "visit 1");
            Contract.assertServed(node.send(Ask.get(link).cookie("HOMEPORT=elsewhere")), "visit 2");
            String requested =
                    node.send(Ask.get(link.replace("/create;", "/requested;"))).body();
            assertThat(requested).endsWith(" true");
        }
    }

    /** Tomcat's route is part of the id; the others put it behind. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "TOMCAT.*|.*OLDEST")
    void anotherRouteOrNoneNamesTheSameSession(Container container) {
        try (ContainerNode node = start(container, "true")) {
            String session = Contract.sessionOn(node);
            String id = session.substring(0, session.lastIndexOf('.'));
            visited(node, id, 2);
            visited(node, id + ".n2", 3);
            Reply unknown = node.send(Ask.get("/app/session/read").cookie(id + "x.n1"));
            Contract.assertServed(unknown, "no session");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TOMCAT_11_0, ''",
        "JETTY_11_0, .node0",
        "JETTY_12_1_EE11, .node0",
        "UNDERTOW_2_3, ''",
    })
    void withoutTheKeyNothingChanges(Container container, String route) {
        try (ContainerNode node = start(container, "false")) {
            String session = Contract.sessionOn(node);
            int dot = session.indexOf('.');
            assertThat(dot < 0 ? "" : session.substring(dot)).isEqualTo(route);
            assertThat(node.manage(Ask.get("/node")).body()).doesNotContain("container route");
            assertThat(node.log().all()).noneMatch(line -> line.contains("container route"));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*OLDEST")
    void containersOwnRouteStaysAndIsReported(Container container) {
        String own = container.isUndertow() ? "that of io.homeport.contract.bench.UndertowBench" : "abc";
        try (ContainerNode node = start(container, "true", "-Dbench.route=abc")) {
            node.log().await(": container route " + own);
            node.log().await(" (expected: n1; set by the container's own configuration, left alone)");
            assertThat(node.manage(Ask.get("/node")).body())
                    .contains("\"setting\":\"container route\",\"value\":\"" + own)
                    .contains("\"expected\":\"n1; set by the container's own configuration, left alone\"");
            String session = Contract.sessionOn(node);
            if (container.isUndertow()) {
                assertThat(session).doesNotContain(".");
            } else {
                assertThat(session).endsWith(".abc");
            }
            visited(node, session, 2);
        }
    }

    /** Which Tomcat 9 reads itself. */
    @ParameterizedTest
    @CsvSource({"TOMCAT_9_0_OLDEST, abc", "TOMCAT_9_0, abc", "TOMCAT_9_0, n1"})
    void routeOfTheSystemPropertyIsTomcatsOwn(Container container, String route) {
        try (ContainerNode node = start(container, "true", "-DjvmRoute=" + route)) {
            node.log().await(": container route " + route);
            assertThat(Contract.sessionOn(node)).endsWith("." + route);
        }
    }
}
