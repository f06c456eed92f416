package io.homeport.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * Whole processes: start Tomcat with one servlet, ask it once, exit; with no agent, an empty one, ours, and OpenTelemetry's,
 * in turn. What an agent does before it is asked to, all of them do here.
 */
final class StartUp {
    private record Run(double wallMillis, double cpuMillis, double residentMegabytes) {}

    private static final List<Variant> VARIANTS =
            List.of(Variant.NONE, Variant.EMPTY_AGENT, Variant.AGENT, Variant.OPENTELEMETRY);

    private final Series wall = new Series();
    private final Series cpu = new Series();
    private final Series resident = new Series();

    static void run(int rounds) throws IOException, InterruptedException {
        new StartUp().measure(rounds);
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        for (int round = -1; round < rounds; round++) {
            for (Variant variant : VARIANTS) {
                Run run = once(variant);
                if (round >= 0) {
                    wall.of(variant).add(run.wallMillis);
                    cpu.of(variant).add(run.cpuMillis);
                    resident.of(variant).add(run.residentMegabytes);
                }
            }
        }
        print(rounds);
    }

    private static Run once(Variant variant) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(variant.command("once"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int exit = process.waitFor();
        double wallMillis = (System.nanoTime() - start) / 1e6;
        String[] figures = line.strip().split(" ", -1);
        if (exit != 0 || figures.length != 2) {
            throw new IOException(variant.label() + ": exit code " + exit + ", said: " + line);
        }
        return new Run(wallMillis, Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
    }

    private void print(int rounds) {
        System.out.printf("start-up, Java %s, medians of %d runs in turn%n", Runtime.version(), rounds);
        System.out.printf("%-14s %10s %10s %14s%n", "", "wall ms", "CPU ms", "peak res. MB");
        for (Variant variant : VARIANTS) {
            System.out.printf(
                    "%-14s %10.0f %10.0f %14.1f   over none: wall %+.0f, CPU %+.0f, resident %+.1f%n",
                    variant.label(),
                    wall.of(variant).median(),
                    cpu.of(variant).median(),
                    resident.of(variant).median(),
                    wall.medianOver(variant, Variant.NONE),
                    cpu.medianOver(variant, Variant.NONE),
                    resident.medianOver(variant, Variant.NONE));
        }
        System.out.printf(
                "CPU over none: OpenTelemetry's is %.0f times ours%n",
                cpu.medianOver(Variant.OPENTELEMETRY, Variant.NONE) / cpu.medianOver(Variant.AGENT, Variant.NONE));
    }
}
