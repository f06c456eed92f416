package io.homeport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The smallest server there is to measure against: one servlet that says hello. {@code once} starts it, asks it once and
 * exits; a port starts it for good; {@code --filter} puts the servlet filter in front.
 */
final class HelloServer {
    private HelloServer() {}

    static void run(String... arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        boolean once = arguments[0].equals("once");
        ServerKind kind = arguments.length > 1 ? ServerKind.of(arguments[1]) : ServerKind.TOMCAT;
        boolean filter = arguments.length > 2 && arguments[2].equals("--filter");
        int port = kind.start(once ? 0 : Integer.parseInt(arguments[0]), filter);
        if (!once) {
            System.out.println("listening on " + port);
            Thread.currentThread().join();
            return;
        }
        try (var in =
                URI.create("http://127.0.0.1:" + port + Hello.PATH).toURL().openStream()) {
            in.readAllBytes();
        }
        System.out.println(cpuMillis() + " " + peakResidentMegabytes());
        Runtime.getRuntime().halt(0);
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static double peakResidentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }
}
