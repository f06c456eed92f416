package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What readiness depends on besides the node itself. */
final class ReadinessCheckTest {

    @TempDir
    private Path folder = Path.of("");

    private static ContainerNode start(Container container, Map<String, String> checks) {
        Map<String, String> keys = new TreeMap<>(Map.of("node.id", "n1", "management.port", "0"));
        checks.forEach((key, value) -> keys.put("health.check." + key, value));
        return new ContainerNode(ServerProcess.ofBench(container.start(Jdk.running(), Surface.AGENT, keys)), "");
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    private static void assertState(ContainerNode node, int status, String state) {
        Reply health = node.send(Ask.get("/health"));
        assertThat(health.status()).isEqualTo(status);
        assertThat(health.one("Homeport-State")).isEqualTo(state);
        assertThat(node.send(Ask.get("/health/live")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_9_0", "TOMCAT_11_0", "JETTY_12_1_EE11", "UNDERTOW_2_3"})
    void checkThatIsDownFailsTheNodeAndItsRecoveryEndsNoHold(Container container) throws IOException {
        int port;
        ServerSocket dependency = listen(0);
        port = dependency.getLocalPort();
        try (ContainerNode node =
                start(container, Map.of("db.tcp", "127.0.0.1:" + port, "db.interval", "200ms", "db.fall", "1"))) {
            node.log().await("check db: up (connected to 127.0.0.1:" + port + ")");
            node.log().await("starting -> active");
            assertState(node, 200, "active");
            dependency.close();
            node.log().await("active -> failing");
            assertState(node, 503, "failing");
            dependency = listen(port);
            node.log().await("failing -> active");
            assertState(node, 200, "active");
            node.hold();
            dependency.close();
            node.log().await("on-hold -> failing");
            assertState(node, 503, "failing");
            dependency = listen(port);
            node.log().await("failing -> on-hold");
            assertState(node, 503, "on-hold");
            node.release();
        } finally {
            dependency.close();
        }
    }

    @Test
    void checkThatAffectsNothingIsOnlyTold() {
        try (ContainerNode node = start(
                Container.TOMCAT_11_0, Map.of("db.tcp", "127.0.0.1:1", "db.fall", "1", "db.affects", "nothing"))) {
            node.log().await("check db: down (127.0.0.1:1: ConnectException: Connection refused)");
            node.log().await("starting -> active");
            assertState(node, 200, "active");
        }
    }

    /** The deaf one holds its thread for ever, and no interval adds another. */
    @ParameterizedTest
    @CsvSource({"TOMCAT_9_0, JAVAX_FILTER", "TOMCAT_11_0, FILTER", "JETTY_12_0_EE10, FILTER"})
    void checksOfTheApplicationAreFoundByTheFilterAndAHangingOneHoldsOneThread(Container container, Surface surface)
            throws IOException {
        Path down = folder.resolve("down");
        List<String> options = List.of(
                "-Dbench.down=" + down,
                "-Dhomeport.health.check.FileCheck.application=true",
                "-Dhomeport.health.check.FileCheck.interval=200ms",
                "-Dhomeport.health.check.FileCheck.fall=1",
                "-Dhomeport.health.check.deaf.application=true",
                "-Dhomeport.health.check.deaf.interval=200ms",
                "-Dhomeport.health.check.deaf.timeout=100ms",
                "-Dhomeport.health.check.deaf.affects=nothing");
        try (ChildProcess jvm = container.startWar(OwnChecks.byServiceLoader(container, surface), options)) {
            jvm.log().await("check deaf: down (no result after 100ms; still running)");
            jvm.log().await("error in checks (1 so far");
            jvm.log().await("check FileCheck: up (passed)");
            Files.createFile(down);
            jvm.log().await("check FileCheck: down (IllegalStateException: the file is there)");
            Files.delete(down);
            jvm.log().await("failing -> active");
            assertThat(threads(jvm)).hasSizeLessThanOrEqualTo(3);
        }
    }

    private static List<String> threads(ChildProcess jvm) {
        List<String> command =
                List.of(Jdk.running().home().resolve("bin/jcmd").toString(), jvm.pid() + "", "Thread.print");
        try (ChildProcess jcmd = new ChildProcess(command)) {
            assertThat(jcmd.exitCode()).isZero();
            return jcmd.log()
                    .ended()
                    .lines()
                    .filter(line -> line.startsWith("\"homeport-check-"))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"TOMCAT_10_1", "TOMCAT_11_0"})
    void poolsThatApplicationsMakeAreFoundByTheirNamesAndDataSourcesByJndi(Container container) {
        String agent = Surface.AGENT
                .options(Map.of(
                        "node.id", "n1",
                        "health.check.hikari.datasource", "pool:orders",
                        "health.check.tomcat.datasource", "pool:stock",
                        "health.check.jndi.datasource", "java:comp/env/jdbc/db",
                        "health.check.none.datasource", "pool:none"))
                .get(0);
        try (ChildProcess jvm =
                container.startWar(OwnChecks.withPools(container), List.of(agent, "-Dbench.naming=true"))) {
            jvm.log().await("check hikari: up (connection is valid)");
            jvm.log().await("check tomcat: up (connection is valid)");
            jvm.log().await("check jndi: up (connection is valid)");
            jvm.log().await("check none: down (no pool of that name, but ");
            assertThat(jvm.log().all()).noneMatch(line -> line.contains("requests go on to the application"));
        }
    }

    /** The checks ask on behalf of every application that comes. */
    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_11_0", "JETTY_12_1_EE11", "UNDERTOW_2_3"})
    void redeployingFiftyTimesWithChecksLeaksNoClassLoader(Container container) {
        List<String> options = Surface.AGENT.options(Map.of(
                "node.id", "n1",
                "health.check.jndi.datasource", "java:comp/env/jdbc/none",
                "health.check.jndi.interval", "100ms",
                "health.check.jndi.affects", "nothing",
                "health.check.pool.datasource", "pool:none",
                "health.check.pool.interval", "100ms",
                "health.check.pool.affects", "nothing"));
        try (ChildProcess jvm = container.startWith(Jdk.running(), options, "RedeployBench")) {
            jvm.log().await("check jndi: down");
            jvm.log().await("bench loaders left: 0 of 50.");
            assertThat(jvm.exitCode()).isZero();
        }
    }

    @Test
    void beansOfMicroProfileHealthAreAsked() throws IOException {
        Path down = folder.resolve("down");
        Container container = Container.TOMCAT_10_1;
        List<String> options = List.of(
                "-Dbench.down=" + down,
                "-Dhomeport.health.check.microprofile.application=true",
                "-Dhomeport.health.check.microprofile.interval=200ms",
                "-Dhomeport.health.check.microprofile.fall=1");
        try (ChildProcess jvm = container.startWar(OwnChecks.withMicroProfile(container, Surface.FILTER), options)) {
            jvm.log().await("check microprofile: up (1 up)");
            Files.createFile(down);
            jvm.log().await("check microprofile: down (DOWN: file)");
            Files.delete(down);
            jvm.log().await("failing -> active");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BOOT_2_7_TOMCAT, ''",
        "BOOT_2_7_JETTY, ''",
        "BOOT_3_5_UNDERTOW, readiness",
        "BOOT_4_1_TOMCAT, readiness",
        "BOOT_4_1_JETTY, readiness"
    })
    void actuatorIsAskedOnceTheApplicationIsThere(Boot boot, String group) throws IOException {
        Path down = folder.resolve("down");
        String groups =
                group.isEmpty() ? "-Dnone=none" : "-Dmanagement.endpoint.health.group." + group + ".include=bench";
        try (ApplicationNode node = ApplicationNode.of(
                boot,
                BootApplication.ACTUATOR,
                groups,
                "-Dbench.down=" + down,
                "-Dhomeport.health.check.actuator.application=true",
                "-Dhomeport.health.check.actuator.interval=200ms",
                "-Dhomeport.health.check.actuator.fall=1")) {
            node.log().await("check actuator: up (UP)");
            Files.createFile(down);
            node.log().await("check actuator: down (DOWN: bench)");
            assertThat(node.get("/health").status()).isEqualTo(503);
            assertThat(node.get("/health/live").status()).isEqualTo(200);
            Files.delete(down);
            node.log().await("failing -> active");
        }
    }
}
