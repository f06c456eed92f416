package io.homeport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeport.SessionSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(40)
final class AgentCheckServerTest {

    @Test
    void eachClientIsToldOneLine() throws IOException {
        try (OpenNode open = open()) {
            assertThat(told(open, "")).isEqualTo("down #starting\n");
            open.node.applicationStarted();
            assertThat(told(open, "")).isEqualTo("ready up 100%\n");
            // What HAProxy sends first where agent-send says so.
            assertThat(told(open, "nodes/node1\n")).isEqualTo("ready up 100%\n");
        }
    }

    @Test
    void theWeightIsThatOfTheMoment() throws IOException {
        try (OpenNode open = open("session.max=4")) {
            open.node.applicationStarted();
            open.node.sessions().add(new Three());

            assertThat(told(open, "")).isEqualTo("ready up 25%\n");
        }
    }

    /** Clients that neither send nor read nor close hold nobody up, however many there are. */
    @Test
    void silentClientsHoldNobodyUp() throws IOException {
        try (OpenNode open = open()) {
            List<Socket> silent = new ArrayList<>();
            try {
                for (int i = 0; i < 200; i++) {
                    silent.add(connect(open));
                    assertThat(told(open, "")).isEqualTo("down #starting\n");
                }
                for (Socket socket : silent) {
                    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                            .isEqualTo("down #starting\n");
                }
            } finally {
                for (Socket socket : silent) {
                    socket.close();
                }
            }
        }
    }

    /** One that sends for ever is cut off. */
    @Test
    void aClientThatNeverStopsIsCutOff() throws IOException {
        try (OpenNode open = open();
                Socket babbler = connect(open)) {
            byte[] babble = new byte[1024];
            int sent = 0;
            try {
                while (sent < Integer.MAX_VALUE - babble.length) {
                    babbler.getOutputStream().write(babble);
                    sent += babble.length;
                }
            } catch (SocketException e) {
                assertThat(told(open, "")).isEqualTo("down #starting\n");
                return;
            }
            throw new AssertionError("still connected after " + sent + " bytes");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidOnceAndTheNodeGoesOn() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenNode open = OpenNode.of("health.agent-check.port=" + taken.getLocalPort())) {
            assertThat(open.log)
                    .filteredOn(line -> line.startsWith("health.agent-check.port: " + taken.getLocalPort()
                            + " (expected: a port that is free at 127.0.0.1; "))
                    .hasSize(1);
            assertThat(open.port()).isPositive();
        }
    }

    @Test
    void closingTheNodeClosesThePortAndEndsTheThread() throws IOException, InterruptedException {
        OpenNode open = open();
        int port = port(open);
        told(open, "");
        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(candidate -> candidate.getName().startsWith("homeport-agent-check"))
                .findFirst()
                .orElseThrow();
        assertThat(thread.isDaemon()).isTrue();

        open.close();
        thread.join();

        try (ServerSocket again = new ServerSocket()) {
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        assertThat(open.log).noneMatch(line -> line.startsWith("error"));
    }

    private static OpenNode open(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("health.agent-check.port=0");
        return OpenNode.of(all.toArray(new String[0]));
    }

    private static int port(OpenNode open) {
        for (String line : open.log) {
            if (line.startsWith("agent-check at 127.0.0.1:")) {
                return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            }
        }
        throw new AssertionError("no agent-check: " + open.log);
    }

    private static Socket connect(OpenNode open) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(open));
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String told(OpenNode open, String sent) throws IOException {
        try (Socket socket = connect(open)) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** An application with three sessions. */
    private static final class Three implements SessionSource {
        @Override
        public int count() {
            return 3;
        }

        @Override
        public boolean contains(String id) {
            return false;
        }

        @Override
        public long oldestUse(long now) {
            return now;
        }
    }
}
