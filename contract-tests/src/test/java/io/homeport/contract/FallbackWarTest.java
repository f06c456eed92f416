package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent's fallback with a web application in a class loader of its own, which brings the filter besides. */
final class FallbackWarTest {

    @ParameterizedTest
    @CsvSource({"TOMCAT_9_0, JAVAX_FILTER", "TOMCAT_11_0, FILTER"})
    void filterBesideItStaysInertAndTheApplicationsLoaderIsLetGo(Container container, Surface filter) {
        Map<String, String> keys = Map.of("node.id", "agent", "management.port", "0");
        List<String> agent = Surface.FALLBACK.options(keys);
        try (ChildProcess jvm = container.startWar(War.write(container, filter, ""), agent)) {
            String port = jvm.log().await("bench port ").substring("bench port ".length());
            RawClient client = new RawClient(Integer.parseInt(port));
            jvm.log().await("Homeport: the agent runs in this JVM and does the work; the filter stays inert");
            Reply created = client.send(Ask.get("/app/session/async"));
            assertThat(created.cookie("HOMEPORT")).isEqualTo("agent");
            assertThat(created.cookies("HOMEPORT")).isEqualTo(1);
            jvm.log().await("(servlet fallback)");
            jvm.tell("undeploy");
            jvm.log().await("bench loader collected: true");
        }
    }
}
