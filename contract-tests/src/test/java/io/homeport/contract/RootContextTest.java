package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The main points once more where the application is mapped at the root. */
final class RootContextTest {

    @ParameterizedTest
    @CsvSource({
        "TOMCAT_9_0, JAVAX_FILTER",
        "TOMCAT_11_0, FILTER",
        "JETTY_12_1_EE11, FILTER",
        "UNDERTOW_2_3, FILTER",
        "TOMCAT_11_0, AGENT",
        "JETTY_12_1_EE11, AGENT",
        "UNDERTOW_2_3, AGENT",
    })
    void applicationAtTheRootIsTreatedAlike(Container container, Surface surface) {
        assertTreatedAlike(keys -> container.start(Jdk.running(), surface, keys, "-Dbench.context="));
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOT_2_7_JETTY", "BOOT_4_1_TOMCAT"})
    void springBootAtTheRootIsTreatedAlike(Boot boot) {
        assertTreatedAlike(keys -> boot.start(Jdk.running(), BootApplication.CONTRACT, Surface.AGENT.options(keys)));
    }

    private static void assertTreatedAlike(Function<Map<String, String>, ChildProcess> application) {
        try (FakePeer peer = new FakePeer("n2", FakePeer.Manner.ANSWERS);
                ContainerNode node = start(application, peer)) {
            assertThat(node.send(Ask.get("/health?active=202")).status()).isEqualTo(202);
            Reply created = node.send(Ask.get("/session/create"));
            assertThat(created.body()).isEqualTo("visit 1");
            Contract.assertStampedWithItsSession(created);
            Reply foreign = node.send(Ask.get("/echo?a=1").cookie("HOMEPORT=n2"));
            Contract.assertSentHome(foreign, peer.url() + "/echo?a=1");
            Reply hostile = node.send(Ask.get("//evil.example.org/x").cookie("HOMEPORT=n2"));
            assertThat(hostile.status()).isIn(307, 400);
            assertThat(hostile.one("Location")).isIn("", peer.url() + "/evil.example.org/x");
            String session = "JSESSIONID=" + created.cookie("JSESSIONID");
            Reply home = node.send(Ask.get("/session/create").cookie(session).cookie("HOMEPORT=n2"));
            Contract.assertServed(home, "visit 2");
            assertThat(home.cookie("HOMEPORT")).isEqualTo("n1");
        }
    }

    private static ContainerNode start(Function<Map<String, String>, ChildProcess> application, FakePeer peer) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("node.id", "n1");
        keys.put("peers", "n2=" + peer.url());
        keys.put("management.port", "0");
        ContainerNode node = new ContainerNode(ServerProcess.ofBench(application.apply(keys)), "");
        node.log().await("peer n2: up");
        return node;
    }
}
