package io.homeport.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Apache httpd in front of nodes that speak AJP, as a user would configure it for Homeport. */
final class Httpd implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of("/usr/sbin/apache2");
    private static final List<String> MODULES = List.of(
            "mpm_event", "authz_core", "proxy", "proxy_ajp", "proxy_balancer", "lbmethod_byrequests", "slotmem_shm");

    private final ChildProcess process;
    private final int port;

    private Httpd(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(EXECUTABLE);
    }

    /** @param nodes AJP port by node id */
    static Httpd start(int port, Map<String, Integer> nodes) {
        return start(port, nodes, "stickysession=HOMEPORT stickysessionsep=Off");
    }

    /** @param sticky how it reads the route */
    static Httpd start(int port, Map<String, Integer> nodes, String sticky) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "httpd");
            Path file = Files.writeString(
                    folder.resolve("httpd.conf"), configuration(folder, port, members(nodes) + "  ProxySet " + sticky));
            ChildProcess process =
                    new ChildProcess(List.of(EXECUTABLE.toString(), "-f", file.toString(), "-DFOREGROUND"));
            return new Httpd(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String members(Map<String, Integer> nodes) {
        StringBuilder text = new StringBuilder();
        nodes.forEach(
                (id, at) -> text.append("  BalancerMember ajp://127.0.0.1:%d route=%s retry=1\n".formatted(at, id)));
        return text.toString();
    }

    private static String configuration(Path folder, int port, String balancer) {
        StringBuilder text = new StringBuilder();
        for (String module : MODULES) {
            text.append("LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n".formatted(module, module));
        }
        if (System.getProperty("user.name").equals("root")) {
            text.append("User www-data\nGroup www-data\n");
        }
        return text.append("""
                ServerName localhost
                ServerRoot %s
                DefaultRuntimeDir %s
                PidFile httpd.pid
                ErrorLog /dev/stderr
                Mutex pthread default
                Listen 127.0.0.1:%d
                <Proxy balancer://nodes>
                %s
                </Proxy>
                ProxyPass / balancer://nodes/
                """.formatted(folder, folder, port, balancer)).toString();
    }

    RawClient client() {
        return new RawClient(port);
    }

    LogLines log() {
        return process.log();
    }

    @Override
    public void close() {
        process.end();
    }
}
