package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Debian's HAProxy in front of nodes, as a user would configure it for Homeport. */
final class HaProxy implements AutoCloseable {
    private final ChildProcess process;
    private final int port;
    private final Path socket;

    private HaProxy(ChildProcess process, int port, Path socket) {
        this.process = process;
        this.port = port;
        this.socket = socket;
    }

    /** Whether it is installed. */
    static boolean isInstalled() {
        return executable() != null;
    }

    private static @Nullable String executable() {
        for (String path : new String[] {"/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/usr/bin/haproxy"}) {
            if (Files.isExecutable(Path.of(path))) {
                return path;
            }
        }
        return null;
    }

    /** @param nodes port by node id */
    static HaProxy start(int port, Map<String, Integer> nodes) {
        StringBuilder backend = new StringBuilder("""
                  balance roundrobin
                  option httpchk GET /health?on-hold=404
                  http-check disable-on-404
                  http-check send-state
                  cookie HOMEPORT indirect preserve
                  default-server inter 500ms fastinter 100ms rise 1 fall 2
                """);
        nodes.forEach((id, at) -> backend.append("  server %s 127.0.0.1:%d cookie %s check\n".formatted(id, at, id)));
        return start(port, backend.toString());
    }

    /** @param backend the lines of the backend {@code nodes} */
    static HaProxy start(int port, String backend) {
        try {
            Path file = Files.createTempFile("homeport-haproxy", ".cfg");
            file.toFile().deleteOnExit();
            Path socket = ChildProcess.scratch().resolve("haproxy" + port);
            Files.writeString(file, configuration(port, socket) + backend);
            ChildProcess process =
                    new ChildProcess(List.of(String.valueOf(executable()), "-db", "-f", file.toString()));
            return new HaProxy(process, port, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(int port, Path socket) {
        return """
                global
                  log stdout format raw local0 notice
                  stats socket %s
                defaults
                  mode http
                  log global
                  timeout connect 2s
                  timeout client 10s
                  timeout server 10s
                  timeout check 10s
                  retries 2
                  option redispatch
                frontend clients
                  bind 127.0.0.1:%d
                  default_backend nodes
                backend nodes
                """.formatted(socket, port);
    }

    /** What the balancer makes of a server now: a column of its statistics. */
    String seen(String server, String column) {
        String[] lines = asked("show stat").split("\n", -1);
        int index = List.of(lines[0].replace("# ", "").split(",", -1)).indexOf(column);
        for (String line : lines) {
            if (line.startsWith("nodes," + server + ",")) {
                return line.split(",", -1)[index];
            }
        }
        throw new AssertionError("no server " + server + " in " + List.of(lines));
    }

    /** Waits until the balancer sees that. */
    void awaitSeen(String server, String column, String expected) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        String seen = seen(server, column);
        while (!seen.equals(expected)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        column + " of " + server + " is " + seen + ", not " + expected + ":\n" + log());
            }
            Thread.onSpinWait();
            seen = seen(server, column);
        }
    }

    /** Waits until it answers at its socket. */
    void awaitListening() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                asked("show info");
                return;
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("HAProxy does not listen:\n" + log(), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private String asked(String command) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawClient client() {
        return new RawClient(port);
    }

    LogLines log() {
        return process.log();
    }

    @Override
    public void close() {
        process.close();
    }
}
