package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class JsonTextTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Property(seed = "1")
    void everyTextComesBackAsItWas(@ForAll String name, @ForAll String value, @ForAll int number)
            throws JsonProcessingException {
        String json = new JsonText()
                .field("a" + name, value)
                .field("b" + name, number)
                .object();

        assertThat(mapper.readValue(json, new TypeReference<Map<String, Object>>() {}))
                .isEqualTo(Map.of("a" + name, value, "b" + name, number));
    }

    @Example
    void anEmptyObjectIsValid() {
        assertThat(new JsonText().object()).isEqualTo("{}");
    }

    @Example
    void theReportIsJsonWhateverAPeerOrTheConfigurationSays() throws JsonProcessingException {
        TestNode test = TestNode.of(
                "node.version=\"\\\n\u0001\u2028x",
                "peers=node2=http://2",
                "management.token=s3cr3t",
                "node.url=http://me:1",
                "node.external-url=https://www");
        test.peer("node2").status(PeerStatus.silent("bad \"answer\"\r\n\u001b[31m"));
        Faults faults = new Faults(() -> Instant.EPOCH, line -> {});
        faults.report("probe", new IllegalStateException());
        NodeReport report = new NodeReport(
                test.configuration,
                test.node,
                test.peers,
                faults,
                new NodeReport.DnsCache(0, -1),
                List.of(new ContainerSetting("Tomcat 9", "container route", "", "node1; \"own\"")),
                new NodeReport.Moment(0, new NodeReport.Lock(true, 7, "held \"here\"")));

        JsonNode json = mapper.readTree(report.json());

        assertThat(json.path("url").asText()).isEqualTo("http://me:1");
        assertThat(json.path("external-url").asText()).isEqualTo("https://www");
        assertThat(json.path("state").asText()).isEqualTo("starting");
        assertThat(json.path("role").asText()).isEqualTo("primary");
        assertThat(json.path("sessions").asInt(-1)).isZero();
        assertThat(json.path("in-flight").asInt(-1)).isZero();
        assertThat(json.path("lock").path("fence").asInt()).isEqualTo(7);
        assertThat(json.path("version").asText()).isEqualTo("\"\\\n\u0001\u2028x");
        assertThat(json.path("peers").path(0).path("why").asText()).isEqualTo("bad \"answer\"???[31m");
        assertThat(json.path("peers").path(0).path("condition").asText()).isEqualTo("down");
        assertThat(json.path("dns").path("negative-ttl").asInt()).isEqualTo(-1);
        JsonNode setting = json.path("container-settings").path(0);
        assertThat(setting.path("container").asText()).isEqualTo("Tomcat 9");
        assertThat(setting.path("setting").asText()).isEqualTo("container route");
        assertThat(setting.path("value").asText("?")).isEmpty();
        assertThat(setting.path("expected").asText()).isEqualTo("node1; \"own\"");
        assertThat(json.path("errors").path("probe").asInt()).isOne();
        assertThat(json.path("configuration").path("management.token").asText()).isEqualTo("***");
        assertThat(report.json() + report.table()).doesNotContain("s3cr3t");
        assertThat(List.of(report.table().split("\n", -1)))
                .contains(
                        "node             node1",
                        "version          \"\\",
                        "state            starting",
                        "role             primary, lock held \"here\", fence 7",
                        "DNS cache        0 s, not found for ever",
                        "Tomcat 9         container route \"\" (expected: node1; \"own\")",
                        "peer node2       down, http://2, bad \"answer\"???[31m",
                        "errors in probe  1");
    }
}
