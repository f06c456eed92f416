package io.homeport.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests per second and CPU per request of the hello server: alone, with the agent, with the filter; in turn, under wrk
 * with 32 connections. The load comes from the same two cores, so the ratio of CPU per request is the figure to trust.
 */
final class Throughput {
    private static final List<Variant> VARIANTS = List.of(Variant.NONE, Variant.AGENT, Variant.FILTER);
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

    private record Server(Process process, int port) {}

    private final Map<Variant, Server> servers = new EnumMap<>(Variant.class);
    // Of the measurement under way.
    private Series rates = new Series();
    private Series cpu = new Series();

    static void run(int rounds) throws IOException, InterruptedException {
        Throughput throughput = new Throughput();
        try {
            throughput.measure("sticky (cookie names this node)", "Cookie: JSESSIONID=abc; HOMEPORT=n1", rounds);
            throughput.measure("stateless (no cookie)", "Accept: */*", rounds);
        } finally {
            throughput.servers.values().forEach(server -> server.process.destroy());
        }
    }

    private void measure(String title, String header, int rounds) throws IOException, InterruptedException {
        rates = new Series();
        cpu = new Series();
        for (Variant variant : VARIANTS) {
            wrk(server(variant), header, 5);
        }
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : VARIANTS) {
                measure(variant, header);
            }
        }
        print(title, rounds);
    }

    private void measure(Variant variant, String header) throws IOException, InterruptedException {
        Server server = server(variant);
        Duration before = cpuOf(server);
        String report = wrk(server, header, 2);
        double micros = cpuOf(server).minus(before).toNanos() / 1e3;
        rates.of(variant).add(number(RATE, report));
        cpu.of(variant).add(micros / number(REQUESTS, report));
    }

    private static Duration cpuOf(Server server) {
        return server.process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Server server(Variant variant) throws IOException {
        Server known = servers.get(variant);
        if (known != null) {
            return known;
        }
        Process process = new ProcessBuilder(variant.command("0"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(out.readLine());
        Server server = new Server(process, Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
        servers.put(variant, server);
        return server;
    }

    private static String wrk(Server server, String header, int seconds) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + server.port + "/hello";
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c32", "-d" + seconds + "s", "-H", header, url).start();
        String report = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0 || report.contains("Non-2xx")) {
            throw new IOException("wrk failed: " + report);
        }
        return report;
    }

    private static double number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said: " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private void print(String title, int rounds) {
        System.out.printf("%s, Java %s, medians of %d rounds in turn%n", title, Runtime.version(), rounds);
        System.out.printf("%-8s %12s %14s%n", "", "requests/s", "CPU us/request");
        for (Variant variant : VARIANTS) {
            System.out.printf(
                    "%-8s %12.0f %14.2f   of none: requests/s x%.3f, CPU x%.3f%n",
                    variant.label(),
                    rates.of(variant).median(),
                    cpu.of(variant).median(),
                    rates.medianRatio(variant, Variant.NONE),
                    cpu.medianRatio(variant, Variant.NONE));
        }
    }
}
