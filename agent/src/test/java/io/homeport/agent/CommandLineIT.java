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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar homeport-agent.jar COMMAND}, against a management listener made by hand. */
final class CommandLineIT {
    /** What is answered to the next ones that ask for the node. */
    private final Queue<String> reports = new ConcurrentLinkedQueue<>();

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
            String report = path.equals("/node") ? reports.poll() : null;
            byte[] body = report != null
                    ? report.getBytes(UTF_8)
                    : (path.contains("release") ? "no\n" : "told " + path + "\n").getBytes(UTF_8);
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
                .contains(
                        "-javaagent:homeport-agent.jar",
                        "status",
                        "hold",
                        "release",
                        "drain",
                        "promote",
                        "demote",
                        "lb-config",
                        "check-config");
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
    void rolesAreChanged() throws Exception {
        assertThat(command("promote", "-m", port()).output()).containsExactly("told /node/promote");
        assertThat(command("demote", "-m", port()).output()).containsExactly("told /node/demote");
        assertThat(requests).containsExactly("POST /node/promote null null", "POST /node/demote null null");
    }

    @Test
    void aDrainEndsWhenTheNodeIsEmptyOrTheTimeIsOver() throws Exception {
        reports.addAll(List.of(report(2, 1), report(1, 0), report(0, 0)));
        ChildJvm drained = command("drain", "-m", port(), "--wait", "1h", "--websockets", "2s");
        reports.add(report(7, 3));
        ChildJvm over = command("drain", "-m", port(), "--wait", "0s");
        ChildJvm wrong = command("drain", "-m", port(), "--wait", "soon");

        assertThat(drained.exitCode()).isZero();
        assertThat(drained.output())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("2 sessions, 1 in flight, longest idle 1 m 5 s, "))
                .anyMatch(line -> line.startsWith("1 session, 0 in flight, "))
                .last()
                .isEqualTo("drained: no session, nothing in flight");
        assertThat(requests.get(0))
                .startsWith("POST /node/drain?wait=3600000ms&websockets=2000ms&connections=10000ms ");
        assertThat(over.exitCode()).isOne();
        assertThat(over.error()).containsExactly("time is over, still on hold: 7 sessions, 3 in flight");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    private static String report(int sessions, int inFlight) {
        return "{\"node\":\"n1\",\"state\":\"on-hold\",\"sessions\":%d,\"longest-idle-seconds\":65,\"in-flight\":%d}"
                .formatted(sessions, inFlight);
    }

    @Test
    void aBalancersConfigurationNeedsTheNodesOwnUrl() throws Exception {
        Path file = Files.writeString(folder.resolve("node.properties"), "node.id=n1\npeer.n2.url=http://n2:81\n");
        ChildJvm missing = command("lb-config", "haproxy", "--config", file.toString());
        Files.writeString(file, "node.id=n1\nnode.url=http://n1\npeer.n2.url=http://n2:81\n");
        ChildJvm written = command("lb-config", "haproxy", "--config", file.toString());

        Files.writeString(file, "node.id=n1\npeers=n1=http://n1;n2=http://n2:81\n");
        ChildJvm shared = command("lb-config", "haproxy", "--config", file.toString());

        assertThat(missing.exitCode()).isOne();
        assertThat(missing.error())
                .containsExactly(
                        "node.url: (none) (expected: the URL by which a balancer reaches this node, here or in peers)");
        assertThat(shared.exitCode()).isZero();
        assertThat(shared.output()).isEqualTo(written.output());
        assertThat(written.exitCode()).isZero();
        assertThat(written.output())
                .contains(
                        "    server n1 n1:80 check inter 2s fall 2 rise 1 cookie n1",
                        "    server n2 n2:81 check inter 2s fall 2 rise 1 cookie n2");
        assertThat(command("lb-config", "other").exitCode()).isEqualTo(2);
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
