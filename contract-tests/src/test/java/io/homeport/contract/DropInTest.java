package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter as a user adds it: a jar in WEB-INF/lib, with or without a word in web.xml. */
final class DropInTest {
    private static final String DECLARATION = """
            <filter>
              <filter-name>%s</filter-name>
              <filter-class>io.homeport.servlet.HomeportFilter</filter-class>
              <async-supported>true</async-supported>
              <init-param><param-name>node.id</param-name><param-value>%s</param-value></init-param>
            </filter>
            <filter-mapping><filter-name>%s</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            """;

    private static ChildProcess start(Container container, Surface surface, String filter, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dhomeport.management.port=0");
        return container.startWar(War.write(container, surface, filter), all);
    }

    private static RawClient client(ChildProcess jvm) {
        return new RawClient(Integer.parseInt(jvm.log().await("bench port ").substring("bench port ".length())));
    }

    private static String declared(String name, String node) {
        return DECLARATION.formatted(name, node, name);
    }

    @ParameterizedTest
    @CsvSource({
        "TOMCAT_9_0, JAVAX_FILTER",
        "TOMCAT_10_1, FILTER",
        "TOMCAT_11_0, FILTER",
        "JETTY_12_0_EE10, FILTER",
    })
    void jarThatOnlyLiesThereWorksAndLeavesNothingBehind(Container container, Surface surface) {
        String peer = "-Dhomeport.peers=n2=http://127.0.0.1:" + FreePort.find();
        try (ChildProcess jvm = start(container, surface, "", "-Dhomeport.node.id=dropped", peer)) {
            RawClient client = client(jvm);
            jvm.log().await("node dropped: starting -> active");
            jvm.log().await("peer n2: down");
            assertThat(client.send(Ask.get("/app/health")).one("Homeport-Node")).isEqualTo("dropped");
            Reply created = client.send(Ask.get("/app/session/async"));
            assertThat(created.body()).isEqualTo("visit 1");
            assertThat(created.cookie("HOMEPORT")).isEqualTo("dropped");
            jvm.tell("undeploy");
            jvm.log().await("bench undeployed, threads left:.");
            if (container.isTomcat()) {
                // Jetty keeps the loader of a stopped application, with us or without.
                jvm.log().await("bench loader collected: true");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TOMCAT_9_0, JAVAX_FILTER", "TOMCAT_11_0, FILTER", "JETTY_12_0_EE10, FILTER"})
    void declarationOfThatNameReplacesTheJarsOwn(Container container, Surface surface) {
        try (ChildProcess jvm = start(container, surface, declared("homeport", "declared"))) {
            RawClient client = client(jvm);
            assertThat(client.send(Ask.get("/app/health")).one("Homeport-Node")).isEqualTo("declared");
            assertThat(jvm.log().all()).noneMatch(line -> line.contains("declared twice"));
        }
    }

    @ParameterizedTest
    @CsvSource({"TOMCAT_9_0, JAVAX_FILTER", "TOMCAT_11_0, FILTER", "JETTY_12_0_EE10, FILTER"})
    void secondDeclarationIsReportedAndStaysInert(Container container, Surface surface) {
        String filter = declared("other", "second");
        try (ChildProcess jvm = start(container, surface, filter, "-Dhomeport.peers=n2=http://127.0.0.1:1")) {
            RawClient client = client(jvm);
            jvm.log().await("Homeport: declared twice, so the filter ");
            Reply created = client.send(Ask.get("/app/session/create"));
            assertThat(created.cookies("HOMEPORT")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"TOMCAT_9_0, JAVAX_FILTER", "TOMCAT_11_0, FILTER", "JETTY_12_0_EE10, FILTER"})
    void filterBesideTheAgentStaysInert(Container container, Surface surface) {
        String agent = Surface.AGENT.options(Map.of("node.id", "agent")).get(0);
        try (ChildProcess jvm = start(container, surface, "", agent, "-Dhomeport.node.version=1")) {
            RawClient client = client(jvm);
            jvm.log().await("Homeport: the agent runs in this JVM and does the work; the filter stays inert");
            Reply created = client.send(Ask.get("/app/session/create"));
            assertThat(created.cookie("HOMEPORT")).isEqualTo("agent");
            assertThat(created.cookies("HOMEPORT")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"TOMCAT_9_0, JAVAX_FILTER", "TOMCAT_11_0, FILTER", "JETTY_12_0_EE10, FILTER"})
    void mistakeFailsTheDeployment(Container container, Surface surface) {
        try (ChildProcess jvm = start(container, surface, "", "-Dhomeport.node.idd=n1", "-Dhomeport.dns.ttl=often")) {
            jvm.log().await("node.idd: n1 (expected: a known key; nearest: node.id");
            jvm.log().await("dns.ttl: often (expected: ");
            assertThat(jvm.exitCode()).isEqualTo(3);
        }
    }

    /** Undertow makes filters at their first request; the node must be there before, for its peers and its prober. */
    @ParameterizedTest
    @CsvSource("UNDERTOW_2_3")
    void nodeIsOpenBeforeTheFirstRequestWhereFiltersAreMadeLate(Container container) {
        Map<String, String> keys = Map.of("node.id", "early", "management.port", "0");
        try (ChildProcess jvm = container.start(Jdk.running(), Surface.FILTER, keys, "-Dbench.lazy=true")) {
            jvm.log().await("node early: starting -> active");
            RawClient client = client(jvm);
            assertThat(client.send(Ask.get("/app/health")).one("Homeport-Node")).isEqualTo("early");
            assertThat(jvm.log().all()).noneMatch(line -> line.contains("declared twice"));
            jvm.tell("undeploy");
            jvm.log().await("bench undeployed, threads left:.");
        }
    }
}
