package io.homeport.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Requests per second and CPU per request of the hello server alone, with the agent and, on Tomcat, with the filter: loaded
 * in turn, each round in the other order. No two JVMs compile alike, so every generation begins with new ones. The load
 * comes from the same cores, so CPU per request is the figure to trust.
 */
final class Throughput {
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 1;

    /** What is asked for; the order is that of the output. */
    private enum Kind {
        STICKY("Cookie: HOMEPORT=n1; JSESSIONID=abc"),
        STATELESS("Accept: */*");

        private final String header;

        Kind(String header) {
            this.header = header;
        }
    }

    private final ServerKind server;
    private final List<Variant> variants;
    private final Map<Kind, Series> rates = new EnumMap<>(Kind.class);
    private final Map<Kind, Series> cpu = new EnumMap<>(Kind.class);

    private Throughput(ServerKind server) {
        this.server = server;
        this.variants = server == ServerKind.TOMCAT
                ? List.of(Variant.NONE, Variant.AGENT, Variant.FILTER)
                : List.of(Variant.NONE, Variant.AGENT);
    }

    private static Series of(Kind kind, Map<Kind, Series> series) {
        return series.computeIfAbsent(kind, key -> new Series());
    }

    static void run(int rounds, int generations) throws IOException, InterruptedException {
        System.out.printf("throughput, Java %s, %d JVMs each with %d rounds%n", Runtime.version(), generations, rounds);
        for (ServerKind server : ServerKind.values()) {
            Throughput throughput = new Throughput(server);
            for (int i = 0; i < generations; i++) {
                throughput.measure(rounds);
            }
            throughput.print();
        }
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        Map<Variant, LoadedServer> servers = new EnumMap<>(Variant.class);
        try {
            for (Variant variant : variants) {
                servers.put(variant, LoadedServer.start(server, variant));
            }
            for (Kind kind : Kind.values()) {
                measure(kind, servers, rounds);
            }
        } finally {
            servers.values().forEach(LoadedServer::close);
        }
    }

    private void measure(Kind kind, Map<Variant, LoadedServer> servers, int rounds)
            throws IOException, InterruptedException {
        for (LoadedServer each : servers.values()) {
            each.load(kind.header, WARM_UP_SECONDS);
        }
        List<Map.Entry<Variant, LoadedServer>> order = new ArrayList<>(servers.entrySet());
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<Variant, LoadedServer> each : order) {
                LoadedServer.Load load = each.getValue().load(kind.header, SECONDS);
                of(kind, rates).of(each.getKey()).add(load.requestsPerSecond());
                of(kind, cpu).of(each.getKey()).add(load.cpuMicros());
            }
            Collections.reverse(order);
        }
    }

    private void print() {
        for (Kind kind : Kind.values()) {
            System.out.printf("%s, %s%n", server.title(), kind.name().toLowerCase(java.util.Locale.ROOT));
            Series rate = of(kind, rates);
            Series micros = of(kind, cpu);
            for (Variant variant : variants) {
                System.out.printf(
                        "  %-8s %8.0f requests/s, %6.2f us CPU   of none: requests/s %s, CPU %s%n",
                        variant.label(),
                        rate.of(variant).median(),
                        micros.of(variant).median(),
                        rate.ratio(variant, Variant.NONE),
                        micros.ratio(variant, Variant.NONE));
            }
        }
    }
}
