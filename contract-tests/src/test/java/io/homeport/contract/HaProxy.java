package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Debian's HAProxy in front of nodes, as a user would configure it for Homeport. */
final class HaProxy implements AutoCloseable {
    private final ChildProcess process;
    private final int port;

    private HaProxy(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
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
        try {
            Path file = Files.createTempFile("homeport-haproxy", ".cfg");
            file.toFile().deleteOnExit();
            Files.writeString(file, configuration(port, nodes));
            ChildProcess process =
                    new ChildProcess(List.of(String.valueOf(executable()), "-db", "-f", file.toString()));
            return new HaProxy(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(int port, Map<String, Integer> nodes) {
        StringBuilder text = new StringBuilder("""
                global
                  log stdout format raw local0 notice
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
                  balance roundrobin
                  option httpchk GET /health?on-hold=404
                  http-check disable-on-404
                  cookie HOMEPORT indirect preserve
                  default-server inter 500ms fastinter 100ms rise 1 fall 2
                """.formatted(port));
        nodes.forEach((id, at) -> text.append("  server %s 127.0.0.1:%d cookie %s check\n".formatted(id, at, id)));
        return text.toString();
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
