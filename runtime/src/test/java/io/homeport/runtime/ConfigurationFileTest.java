package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.Configuration;
import io.homeport.Problem;
import io.homeport.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationFileTest {
    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void propertiesAreReadAsTheyStand() throws IOException {
        assertThat(read("a.properties", "# comment\nnode.id = node1\nnode.version: ä\nhealth.paths=/a \\\n  /b\n"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("node.id", "node1", "node.version", "ä", "health.paths", "/a /b"));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.yml"})
    void yamlMayNestKeysOrWriteThemOut(String name) throws IOException {
        String text = """
                # comment
                node: {id: node1, external-url: "https://www.example.com"}
                health.paths: [/a, /b]
                affinity.cookie:
                  secure: true
                  max-age: 8h
                management:
                  port: off
                  token: 0123
                peer:
                  node2:
                    url:
                      - http://2a:8080
                      - http://2b:8080
                node.version: ~
                stateless-paths:
                """;

        Map<String, String> values = read(name, text);

        assertThat(problems).isEmpty();
        assertThat(values)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "node.id", "node1",
                        "node.external-url", "https://www.example.com",
                        "health.paths", "/a;/b",
                        "affinity.cookie.secure", "true",
                        "affinity.cookie.max-age", "8h",
                        "management.port", "off",
                        "management.token", "0123",
                        "peer.node2.url", "http://2a:8080;http://2b:8080",
                        "node.version", "~",
                        "stateless-paths", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.properties"})
    void anEmptyFileSetsNothing(String name) throws IOException {
        assertThat(read(name, "")).isEmpty();
        assertThat(read(name, "# nothing\n")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node:\n  id: a\n  id: b\n",
                "node:\n  id: a\nnode.id: b\n",
                "node:\n\tid: a\n",
                "node: [\n",
                "just words\n",
                "[a, b]\n",
                "peers: [{node2: http://2}]\n",
                "peers: [[a], [b]]\n",
                "a: 1\n---\nb: 2\n",
                "a: &x {b: *x}\n",
                "a: &x [*x]\n",
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                "a: !!java.net.URL [http://evil.example]\n",
                "a: *unknown\n",
                "a: \"\u0000\"\n"
            })
    void yamlThatIsNoMappingOfPlainKeysIsOneProblem(String text) throws IOException {
        assertThat(read("a.yaml", text)).isEmpty();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(
                                "config: " + folder.resolve("a.yaml") + " (expected: a .properties, .yaml or .yml file")
                        .doesNotContain("\n"));
    }

    @Test
    void anAliasBombIsHarmless() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 {x: y}\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d {b: *a%d, c: *a%d}\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(read("a.yaml", bomb.toString())).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void aKeyThatStandsTwiceInPropertiesIsAProblem() throws IOException {
        assertThat(read("a.properties", "node.id=a\nnode.id=b\n")).isEmpty();
        assertThat(problems).singleElement().asString().contains("node.id stands there twice");
    }

    @Test
    void whatCannotBeReadIsAProblem() throws IOException {
        Path folderWithAnEnding = Files.createDirectory(folder.resolve("folder.yaml"));
        Path latin1 =
                Files.write(folder.resolve("a.properties"), "node.version=ä".getBytes(StandardCharsets.ISO_8859_1));
        Path escape = Files.writeString(folder.resolve("b.properties"), "node.version=\\u00zz");
        List<String> files = List.of(
                folderWithAnEnding.toString(),
                latin1.toString(),
                escape.toString(),
                folder.resolve("missing.properties").toString(),
                "/dev/zero",
                "a\u0000.yaml");
        for (String file : files) {
            assertThat(ConfigurationFile.read(file, problems).values()).isEmpty();
        }

        assertThat(problems).hasSameSizeAs(files).extracting(Problem::value).isEqualTo(files);
        assertThat(problems).extracting(Problem::name).containsOnly("config");
    }

    @Test
    void theHighestSourceThatNamesAFileChoosesItAndItsProblemsComeFirst() throws IOException {
        Path high = Files.writeString(folder.resolve("high.yaml"), "node.id: high\nnode.idd: x\n");
        Source arguments = new Source("agent arguments", Map.of("config", high + " ", "dns.ttl", "x"));
        Source environment = new Source("environment", Map.of("config", "/nowhere.yaml"));

        Configuration.Outcome outcome = ConfigurationSources.read(
                List.of(arguments, environment), List.of(new Problem("agent arguments", "x", "key=value")));

        assertThat(outcome.configuration()).isNull();
        assertThat(outcome.problems())
                .extracting(Problem::name)
                .containsExactly("agent arguments", "node.idd", "dns.ttl");
    }

    @Test
    void theFileRanksBelowEverySource() throws IOException {
        Path file = Files.writeString(folder.resolve("a.properties"), "node.id=file\nnode.version=file\n");
        Source arguments = new Source("agent arguments", Map.of("config", file.toString(), "node.id", "arguments"));

        Configuration configuration = Objects.requireNonNull(
                ConfigurationSources.read(List.of(arguments), List.of()).configuration());

        assertThat(configuration.node().id()).isEqualTo("arguments");
        assertThat(configuration.node().version()).isEqualTo("file");
    }

    private Map<String, String> read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return ConfigurationFile.read(file.toString(), problems).values();
    }
}
