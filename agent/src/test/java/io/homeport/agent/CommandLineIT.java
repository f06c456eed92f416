package io.homeport.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar homeport-agent.jar COMMAND}, against a management listener made by hand. */
final class CommandLineIT {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);

    @TempDir
    private Path folder = Path.of("");

    CommandLineIT() throws IOException {}

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String accept = exchange.getRequestHeaders().getFirst("Accept");
            String path = exchange.getRequestURI().toString();
            requests.add(exchange.getRequestMethod() + " " + path + " " + accept + " " + authorization);
            byte[] body = (path.contains("release") ? "no\n" : "told " + path + "\n").getBytes(UTF_8);
            exchange.sendResponseHeaders(path.contains("release") ? 409 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void helpIsGivenWhereItIsAskedFor() throws Exception {
        ChildJvm help = command("--help");
        ChildJvm hold = command("hold", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(String.join("\n", help.output()))
                .contains("-javaagent:homeport-agent.jar", "status", "hold", "release", "check-config");
        assertThat(hold.exitCode()).isZero();
        assertThat(String.join("\n", hold.output())).contains("--management", "--token", "--config");
    }

    @Test
    void wrongUsageEndsWithTwo() throws Exception {
        String[][] wrong = {
            {},
            {"nonsense"},
            {"status", "--nonsense"},
            {"status"},
            {"status", "-m", "not a port"},
            {"status", "-m", "ftp://h:1"},
            {"hold", "-m", "99999"}
        };
        for (String[] arguments : wrong) {
            ChildJvm child = command(arguments);
            assertThat(child.exitCode()).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(child.error())
                    .as(String.join(" ", arguments))
                    .isNotEmpty()
                    .noneMatch(line -> line.startsWith("\tat "));
            assertThat(child.output()).isEmpty();
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void statusIsShownForPeopleAndForScripts() throws Exception {
        ChildJvm people = command("status", "-m", port());
        ChildJvm scripts =
                command("status", "--json", "--management", "http://127.0.0.1:" + port() + "/x", "--token", "t");

        assertThat(people.exitCode()).isZero();
        assertThat(people.output()).containsExactly("told /node");
        assertThat(scripts.output()).containsExactly("told /node");
        assertThat(requests).containsExactly("GET /node text/plain null", "GET /node application/json Bearer t");
    }

    @Test
    void holdTakesAddressAndTokenFromTheNodesOwnConfiguration() throws Exception {
        Path file = Files.writeString(
                folder.resolve("node.yaml"), "management: {port: %s, token: s3cr3t}\n".formatted(port()));

        ChildJvm child = command("hold", "--config", file.toString());

        assertThat(child.exitCode()).isZero();
        assertThat(child.output()).containsExactly("told /node/hold");
        assertThat(requests)
                .singleElement()
                .asString()
                .startsWith("POST /node/hold ")
                .endsWith(" Bearer s3cr3t");
    }

    @Test
    void whatTheNodeRefusesAndANodeThatIsNotThereEndWithOne() throws Exception {
        ChildJvm refused = command("release", "-m", "127.0.0.1:" + port());
        String port = port();
        server.stop(0);
        ChildJvm missing = command("release", "-m", port);

        assertThat(refused.exitCode()).isOne();
        assertThat(refused.error()).containsExactly("http://127.0.0.1:" + port + "/: 409 no");
        assertThat(missing.exitCode()).isOne();
        assertThat(missing.error())
                .singleElement()
                .asString()
                .matches("http://127.0.0.1:" + port + "/: .* \\(expected: a node whose management.port is this\\)");
    }

    @Test
    void checkConfigShowsWhatAConfigurationComesTo() throws Exception {
        Path file = Files.writeString(
                folder.resolve("node.properties"), "node.id=n1\nmanagement.token=s3cr3t\npeer.n2.url=http://n2\n");

        ChildJvm child = command("check-config", file.toString());

        assertThat(child.exitCode()).isZero();
        assertThat(child.output())
                .contains("node.id=n1", "foreign.action=redirect", "management.token=***", "peer.n2.url=http://n2")
                .noneMatch(line -> line.contains("s3cr3t"));
    }

    @Test
    void checkConfigSaysEverythingThatIsWrong() throws Exception {
        Path file = Files.writeString(folder.resolve("node.properties"), "node.id=!\nhold=x\n");

        ChildJvm child = command("check-config", file.toString());
        ChildJvm missing = command("check-config", folder.resolve("none.yaml").toString());

        assertThat(child.exitCode()).isOne();
        assertThat(child.error()).hasSize(2);
        assertThat(missing.exitCode()).isOne();
        assertThat(missing.error()).singleElement().asString().startsWith("config: " + folder.resolve("none.yaml"));
    }

    private String port() {
        return String.valueOf(server.getAddress().getPort());
    }

    private static ChildJvm command(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-jar", ChildJvm.AGENT));
        all.addAll(List.of(arguments));
        return ChildJvm.run(ChildJvm.home(), all);
    }
}
