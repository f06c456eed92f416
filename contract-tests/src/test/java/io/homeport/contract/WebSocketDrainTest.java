package io.homeport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WebSockets are told to come back elsewhere; those of Spring on Jetty are of Jetty's own API. */
final class WebSocketDrainTest {
    private static final int SOCKETS = 5;

    @ParameterizedTest
    @EnumSource(names = {"BOOT_2_7_JETTY", "BOOT_3_5_UNDERTOW", "BOOT_4_1_TOMCAT", "BOOT_4_1_JETTY"})
    void openWebSocketsAreClosedWithServiceRestart(Boot boot) {
        try (ApplicationNode node = ApplicationNode.of(boot, BootApplication.CONTRACT)) {
            List<EchoClient> sockets = new ArrayList<>();
            for (int i = 0; i < SOCKETS; i++) {
                EchoClient socket = new EchoClient(node.port(), "/app/mvc/socket");
                assertThat(socket.echoOf("hello")).isEqualTo("hello");
                sockets.add(socket);
            }
            assertThat(node.get("/app/node/close-websockets").body()).isEqualTo("told");
            for (EchoClient socket : sockets) {
                assertThat(socket.end()).startsWith("closed with 1012 ");
                socket.close();
            }
        }
    }
}
