package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code lb-config} writes, as the balancers' own checks see it. */
final class LbConfigTest {
    private static final String HTTPD = """
        ServerRoot "%s"
        ServerName localhost
        ErrorLog "error.log"
        Listen 127.0.0.1:1
        LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
        LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
        LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
        LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
        LoadModule slotmem_shm_module /usr/lib/apache2/modules/mod_slotmem_shm.so
        LoadModule proxy_balancer_module /usr/lib/apache2/modules/mod_proxy_balancer.so
        LoadModule lbmethod_byrequests_module /usr/lib/apache2/modules/mod_lbmethod_byrequests.so
        LoadModule proxy_hcheck_module /usr/lib/apache2/modules/mod_proxy_hcheck.so
        """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"node", "session.node"})
    void haproxyTakesIt(String value) throws IOException {
        assume("haproxy", "/usr/sbin/haproxy");
        check("/usr/sbin/haproxy", "-c", "-f", written("haproxy", value, "", "").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "session.node"})
    void nginxTakesIt(String value) throws IOException {
        assume("nginx", "/usr/sbin/nginx");
        String start = "pid " + folder + "/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n";
        check(
                "/usr/sbin/nginx",
                "-t",
                "-c",
                written("nginx", value, start, "}\n").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "session.node"})
    void httpdTakesIt(String value) throws IOException {
        assume("apache2", "/usr/sbin/apache2");
        Path file = written("httpd", value, HTTPD.formatted(folder), "");
        check("/usr/sbin/apache2", "-t", "-f", file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"haproxy", "nginx", "httpd", "f5"})
    void everyNodeIsInIt(String balancer) throws IOException {
        assertThat(Files.readString(written(balancer, "node", "", "")))
                .contains("10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.12:8080", "node1", "node2", "HOMEPORT");
    }

    private static void assume(String name, String executable) {
        boolean there = Files.isExecutable(Path.of(executable));
        Assumptions.assumeTrue(SystemPackage.isThere(name, there, "its check of lb-config"));
    }

    private static void check(String... command) {
        try (ChildProcess check = new ChildProcess(List.of(command))) {
            assertThat(check.exitCode()).as(() -> check.log().ended()).isZero();
        }
    }

    private Path written(String balancer, String value, String before, String after) throws IOException {
        Path node = Files.writeString(folder.resolve("node.properties"), """
            node.id=node1
            node.url=http://10.0.0.1:8080
            peer.node2.url=http://10.0.0.2:8080;http://10.0.0.12:8080
            health.agent-check.port=9011
            affinity.cookie.value=%s
            """.formatted(value));
        List<String> arguments = new ArrayList<>(
                List.of("-jar", Surface.AGENT.jar().toString(), "lb-config", balancer, "-c", node.toString()));
        try (ChildProcess command = ChildProcess.jvm(Jdk.running(), arguments)) {
            assertThat(command.exitCode()).as(() -> command.log().ended()).isZero();
            return Files.writeString(
                    folder.resolve(balancer + ".conf"), before + command.log().ended() + "\n" + after);
        }
    }
}
