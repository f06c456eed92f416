package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is closed how is tried on the containers themselves. */
final class WebSocketsTest {

    @Test
    void whatIsNoWebSocketIsReportedAndClosesNothing() {
        try (OpenNode open = OpenNode.of()) {
            StringBuilder session = new StringBuilder("not a session");
            open.node.webSockets().opened(session);

            assertThat(open.node.webSockets().count()).isZero();
            open.node.webSockets().closeAll(Duration.ZERO);
            assertThat(open.log).anyMatch(line -> line.contains("websocket") && line.contains("a WebSocket session"));
            assertThat(session).isNotEmpty();
        }
    }

    @Test
    void closingNoneStartsNoThread() {
        try (OpenNode open = OpenNode.of("management.port=off")) {
            open.node.webSockets().closeAll(Duration.ofHours(1));

            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("homeport-websockets"));
        }
    }
}
