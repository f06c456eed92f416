package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationTest {

    @Test
    void nothingSetGivesTheDefaultsAndTheHostNameAsRoute() {
        Configuration configuration = Objects.requireNonNull(
                Configuration.read(List.of(), "web-1.example.com").configuration());

        assertThat(configuration.node().id()).isEqualTo("web_1_example_com");
        assertThat(configuration.cookie().header("n1", false)).isEqualTo("HOMEPORT=n1; Path=/; HttpOnly; SameSite=Lax");
        assertThat(configuration.peers().interval()).hasSeconds(2);
        assertThat(configuration.peers().timeout()).hasSeconds(1);
        assertThat(configuration.health().paths()).containsExactly("/health");
        assertThat(configuration.dns()).isEqualTo(new DnsSettings(0, 0));
        assertThat(configuration.management().port()).isEqualTo(ManagementSettings.OFF);
        assertThat(configuration.effective())
                .containsEntry("node.id", "web_1_example_com")
                .containsEntry("foreign.action", "redirect")
                .hasSize(Key.all().length);
    }

    @Test
    void onlyTheAgentCanBeAskedForTheContainersRoute() {
        List<Source> sources = List.of(TestNode.source("test", "affinity.container-route=true", "hold.last=never"));

        assertThat(TestNode.of("affinity.container-route=true")
                        .configuration
                        .node()
                        .containerRoute())
                .isTrue();
        assertThat(TestNode.of().configuration.node().containerRoute()).isFalse();
        assertThat(TestNode.problems("affinity.container-route=yes"))
                .containsExactly("affinity.container-route: yes (expected: true or false)");
        assertThat(Configuration.readForFilter(sources, "host").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "affinity.container-route: true (expected: false, because the agent can set the container's route"
                                + " and a filter cannot)",
                        "hold.last: never (expected: serve or refuse)");
        assertThat(Configuration.readForFilter(List.of(), "host").problems()).isEmpty();
    }

    @Test
    void theHighestSourceWinsKeyByKey() {
        List<Problem> problems = new ArrayList<>();
        Properties properties = new Properties();
        properties.setProperty("homeport.node.id", "system");
        properties.setProperty("homeport.node.version", "system");
        properties.setProperty("java.version", "17");
        List<Source> sources = List.of(
                Source.agentArguments(" node.id = agent ", problems),
                Source.systemProperties(properties),
                Source.environment(
                        Map.of("HOMEPORT_NODE_VERSION", "environment", "HOMEPORT_HOLD_LAST", "refuse", "PATH", "/bin")),
                TestNode.source("file", "hold.last=serve", "foreign.action=serve"));

        Configuration configuration =
                Objects.requireNonNull(Configuration.read(sources, "host").configuration());

        assertThat(problems).isEmpty();
        assertThat(configuration.node().id()).isEqualTo("agent");
        assertThat(configuration.node().version()).isEqualTo("system");
        assertThat(configuration.routing().servesWhenLast()).isFalse();
        assertThat(configuration.routing().redirectsForeign()).isFalse();
    }

    @Test
    void valuesKeepEqualsSignsAndListsUseSemicolonsInAgentArguments() {
        List<Problem> problems = new ArrayList<>();

        Source source = Source.agentArguments("peers=a=http://a:1;b=http://b:2,,node.id=c", problems);

        assertThat(problems).isEmpty();
        assertThat(source.values())
                .containsExactly(Map.entry("peers", "a=http://a:1;b=http://b:2"), Map.entry("node.id", "c"));
    }

    @Test
    void agentArgumentsWithoutAnEqualsSignOrTwiceAreProblems() {
        List<Problem> problems = new ArrayList<>();

        Source.agentArguments("node.id,strict=true,strict=false,=x", problems);

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "agent arguments: node.id (expected: key=value,key=value; lists are separated by ;)",
                        "agent arguments: strict (expected: each key once)",
                        "agent arguments: =x (expected: key=value,key=value; lists are separated by ;)");
    }

    @Test
    void everyKeyHasAVariableOfItsOwn() {
        Set<String> variables = new HashSet<>();
        for (Key key : Key.all()) {
            String variable = Source.variableOf(key.key());
            assertThat(variables.add(variable)).as(variable).isTrue();
            assertThat(Source.environment(Map.of(variable, "x")).values()).containsExactly(Map.entry(key.key(), "x"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HOMEPORT_PEER_node2_URL, peer.node2.url",
        "HOMEPORT_PEER_node2_EXTERNAL_URL, peer.node2.external-url",
        "HOMEPORT_PEER_EXTERNAL_URL, peer.EXTERNAL.url",
        "HOMEPORT_PEER_a_b_URL, peer.a_b.url",
        "HOMEPORT_AFFINITY_COOKIE_SAME_SITE, affinity.cookie.same-site",
        "HOMEPORT_MANAGEMENT_PORT, management.port"
    })
    void environmentVariablesNameKeys(String variable, String key) {
        assertThat(Source.environment(Map.of(variable, "8080")).values()).containsExactly(Map.entry(key, "8080"));
    }

    @ParameterizedTest
    @CsvSource({
        "HOMEPORT_SERVICE_HOST, 10.0.0.1",
        "HOMEPORT_SERVICE_PORT, 80",
        "HOMEPORT_SERVICE_PORT_HTTP, 80",
        "HOMEPORT_PORT, tcp://10.0.0.1:80",
        "HOMEPORT_PORT_80_TCP, tcp://10.0.0.1:80",
        "HOMEPORT_PORT_80_TCP_PROTO, tcp",
        "HOMEPORT_PORT_80_TCP_ADDR, 10.0.0.1",
        "HOMEPORT_DEMO_SERVICE_HOST, 10.0.0.1",
        "HOMEPORT_MANAGEMENT_PORT, tcp://10.0.0.1:80",
        "HOMEPORT_MANAGEMENT_PORT_80_TCP_ADDR, 10.0.0.1"
    })
    void whatKubernetesInjectsForServicesIsLeftAlone(String variable, String value) {
        assertThat(Source.environment(Map.of(variable, value)).values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HOMEPORT_MANAGMENT_PORT, 9000, management.port",
        "HOMEPORT_NODEID, n1, node.id",
        "node_id, n1, node.id",
        "affinity.cokie.name, X, affinity.cookie.name",
        "health.path, /h, health.paths"
    })
    void anUnknownKeyIsReportedWithTheNearestKnownOne(String name, String value, String nearest) {
        Source source = name.startsWith("HOMEPORT_")
                ? Source.environment(Map.of(name, value))
                : TestNode.source("file", name + "=" + value);

        assertThat(Configuration.read(List.of(source), "h").problems())
                .extracting(Problem::toString)
                .containsExactly(name + ": " + value + " (expected: a known key; nearest: " + nearest + "; from "
                        + source.name() + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strict=yes",
                "node.id=a-b",
                "node.id=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "node.url=ftp://x",
                "node.url=http://",
                "node.url=http://user:pw@x",
                "node.url=http://x?q",
                "node.url=http://x#f",
                "node.url=http://x:0",
                "node.url=http://x:70000",
                "node.url=http://x//y",
                "node.url=http://x/y;z",
                "node.url=http://x/ä",
                "node.url=http://x/\\y",
                "node.external-url=//x",
                "node.start-state=held",
                "peers.probe.interval=99ms",
                "peers.probe.interval=2h",
                "peers.probe.timeout=1",
                "peers.probe.timeout=-1s",
                "health.paths=health",
                "health.paths=*",
                "health.paths=/a **",
                "health.paths=/a;/b?c",
                "health.paths=/a%2f",
                "health.format=json",
                "health.status.active=199",
                "health.status.on-hold=600",
                "health.status.starting=abc",
                "health.status.stopping=99999999999",
                "affinity.cookie.name=a b",
                "affinity.cookie.name=a=b",
                "affinity.cookie.name=JSESSIONID",
                "affinity.cookie.path=x",
                "affinity.cookie.path=/a;b",
                "affinity.cookie.domain=a b",
                "affinity.cookie.secure=yes",
                "affinity.cookie.http-only=1",
                "affinity.cookie.same-site=lax",
                "affinity.cookie.partitioned=on",
                "affinity.cookie.max-age=10ms",
                "affinity.cookie.max-age=500d",
                "stateless-paths=ping",
                "stateless-paths=/a*b",
                "stateless-paths=/*/a",
                "foreign.action=forward",
                "foreign.owner-down=wait",
                "hold.action=serve",
                "hold.last=redirect",
                "dns.ttl=-1",
                "dns.ttl=500ms",
                "dns.ttl=2d",
                "dns.negative-ttl=forever",
                "trusted-proxies=10.0.0.0/33",
                "trusted-proxies=proxy.example.com",
                "management.port=on",
                "management.port=65536",
                "management.address=0.0.0.0"
            })
    void aBadValueIsReportedUnderItsKey(String line) {
        String key = line.substring(0, line.indexOf('='));
        String[] lines =
                key.equals("management.address") ? new String[] {line, "management.port=1"} : new String[] {line};
        String name = key.equals("management.address") ? "management.token" : key;

        Configuration.Outcome outcome = TestNode.read(lines);

        assertThat(outcome.configuration()).isNull();
        assertThat(outcome.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).startsWith(name + ": ").contains("(expected: "));
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        List<String> problems = TestNode.problems(
                "node.idd=x",
                "node.id=!",
                "peers=broken",
                "health.paths=",
                "health.status.active=1",
                "dns.ttl=x",
                "trusted-proxies=a b",
                "management.port=x",
                "affinity.cookie.name=",
                "stateless-paths=a");

        assertThat(problems)
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly(
                        "node.idd",
                        "node.id",
                        "peers",
                        "health.status.active",
                        "stateless-paths",
                        "dns.ttl",
                        "trusted-proxies",
                        "trusted-proxies",
                        "management.port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "affinity.cookie.name=__Host-x,affinity.cookie.path=/app",
                "affinity.cookie.name=__Host-x,affinity.cookie.domain=example.com",
                "affinity.cookie.name=__Secure-x,affinity.cookie.secure=false",
                "affinity.cookie.same-site=None,affinity.cookie.secure=false",
                "affinity.cookie.partitioned=true,affinity.cookie.secure=false",
                "management.port=9000,management.address=0.0.0.0",
                "management.port=9000,management.address=::",
                "peers=a=http://a;a=http://b",
                "peers=a=http://a,peer.a.url=http://b",
                "peer.a.external-url=http://b",
                "peer.a.url=http://b,peer.a.external-url=http://b;http://c",
                "peer.a b.url=http://b",
                "peer.a.url="
            })
    void contradictionsAreProblems(String lines) {
        assertThat(TestNode.problems(lines.split(",", -1))).hasSize(1);
    }

    @Test
    void aNodeThatIsNamedTwiceIsSaidInWords() {
        assertThat(TestNode.problems("peers=a=http://a;a=http://b"))
                .containsExactly("peers: a=http://b (expected: each id once; several instances go into peer.a.url)");
    }

    @Test
    void peersAreReadInBothFormsAndThisNodeIsLeftOut() {
        Configuration configuration = TestNode.valid(
                "peers=node1=http://1 ; node2=http://2:8080/,node1.unused=x".split(",", 2)[0],
                "peer.node3.url=https://3a;https://3b:8443/base/",
                "peer.node3.external-url=https://www.example.com",
                "peer.node1.external-url=https://self.example.com");

        assertThat(configuration.peers().entries())
                .extracting(
                        PeerSettings.Entry::id,
                        entry -> entry.urls().toString(),
                        entry -> String.valueOf(entry.externalUrl()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("node2", "[http://2:8080]", "null"),
                        org.assertj.core.groups.Tuple.tuple(
                                "node3", "[https://3a, https://3b:8443/base]", "https://www.example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a;/b", "/a /b", " ;; /a ;\t/b;", "/a\n/b"})
    void listsAreSeparatedByBlanksOrSemicolons(String list) {
        assertThat(TestNode.valid("health.paths=" + list).health().paths()).containsExactly("/a", "/b");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "30, 30", "30s, 30", "5m, 300", "24h, 86400", "keep, -2147483648"})
    void dnsTimesAreSecondsDurationsOrKept(String text, int seconds) {
        assertThat(TestNode.valid("dns.ttl=" + text).dns().ttl()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"session, -1", "8h, 28800", "1s, 1", "400d, 34560000"})
    void theCookiesAgeIsTheSessionOrADuration(String text, long seconds) {
        assertThat(TestNode.valid("affinity.cookie.max-age=" + text).cookie().maxAge())
                .isEqualTo(seconds);
    }

    @Test
    void strictIsToldEvenWhenTheRestIsWrong() {
        assertThat(TestNode.read("strict=false", "node.id=!").strict()).isFalse();
        assertThat(TestNode.read("node.id=!").strict()).isTrue();
    }

    @Test
    void secretsAreShownNowhere() {
        String secret = "s3cr3t";
        Configuration.Outcome good = TestNode.read("management.token=" + secret);
        Configuration.Outcome bad = TestNode.read("management.token=" + secret + " x", "management.tokn=" + secret);
        Source source = TestNode.source("file", "management.token=" + secret);
        Configuration configuration = Objects.requireNonNull(good.configuration());

        assertThat(configuration.management().token()).isEqualTo(secret);
        assertThat(configuration.effective()).containsEntry("management.token", "***");
        assertThat(good.toString()).doesNotContain(secret);
        assertThat(bad.toString()).doesNotContain(secret);
        assertThat(bad.problems()).hasSize(2);
        assertThat(source.toString()).doesNotContain(secret);
        assertThat(Values.merge(List.of(source), new ArrayList<>()).toString()).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "tökn", "a\u007f"})
    void aTokenThatNoHeaderCarriesIsRefusedWithoutBeingShown(String token) {
        assertThat(TestNode.problems("management.token=" + token))
                .singleElement()
                .asString()
                .startsWith("management.token: *** ");
    }

    @Test
    void anEmptyValueIsTheDefault() {
        String[] lines = Arrays.stream(Key.all()).map(key -> key.key() + "=").toArray(String[]::new);

        assertThat(TestNode.valid(lines).effective())
                .isEqualTo(TestNode.valid("node.id=node1").effective());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node.id=a",
                "node.id=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "node.id=AZaz09_",
                "node.url=HTTPS://h:65535/a/",
                "node.url=http://[::1]:1",
                "peers.probe.interval=100ms",
                "peers.probe.interval=1h",
                "peers.probe.timeout=10ms",
                "peers.probe.timeout=1m",
                "health.paths=/;/a!~",
                "health.status.active=200",
                "health.status.active=599",
                "affinity.cookie.name=!a~",
                "affinity.cookie.path=/a b~",
                "affinity.cookie.max-age=999s",
                "stateless-paths=/* *.a /b/* /c",
                "dns.ttl=86400",
                "management.port=65535"
            })
    void theLastValueThatIsAllowedIsAllowed(String line) {
        int equals = line.indexOf('=');

        assertThat(TestNode.valid(line).effective())
                .containsEntry(line.substring(0, equals), line.substring(equals + 1));
    }

    @Test
    void whatIsInForceNamesThePeersKeysAsWell() {
        assertThat(TestNode.valid("peer.node2.url=http://2").effective()).containsEntry("peer.node2.url", "http://2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOMEPORT_PEER__URL", "HOMEPORT_PEER_", "HOMEPORT_PEERS_URL", "HOMEPORT_PEER_node2_URI"})
    void aVariableThatNamesNoPeerIsUnknown(String variable) {
        Configuration.Outcome outcome =
                Configuration.read(List.of(Source.environment(Map.of(variable, "http://2"))), "h");

        assertThat(outcome.problems()).extracting(Problem::name).containsExactly(variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"peer..url", "peer.url", "peer.external-url", "peer.a.uri"})
    void aPeersKeyWithoutAnIdIsUnknown(String key) {
        assertThat(TestNode.problems(key + "=http://2"))
                .singleElement()
                .asString()
                .contains("a known key; nearest:");
    }
}
