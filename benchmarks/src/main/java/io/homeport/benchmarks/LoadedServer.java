package io.homeport.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hello server in a process of its own, and wrk with 32 connections to load it. */
record LoadedServer(Process process, int port) implements AutoCloseable {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

    /** What one load came to. */
    record Load(double requestsPerSecond, double cpuMicros) {}

    static LoadedServer start(ServerKind kind, Variant variant) throws IOException {
        Process process = new ProcessBuilder(variant.command("0", kind.argument()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(out.readLine());
        return new LoadedServer(process, Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
    }

    Load load(String header, int seconds) throws IOException, InterruptedException {
        Duration before = cpu();
        String report = wrk(header, seconds);
        double micros = cpu().minus(before).toNanos() / 1e3;
        return new Load(number(RATE, report), micros / number(REQUESTS, report));
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String wrk(String header, int seconds) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + port + Hello.PATH;
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

    @Override
    public void close() {
        process.destroy();
    }
}
