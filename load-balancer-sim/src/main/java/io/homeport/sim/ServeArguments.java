package io.homeport.sim;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code serve} is told: kept as text, so that everything wrong with it can be said at once. */
final class ServeArguments {
    private static final String COOKIE_NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PATH = "/[\\x21-\\x7E]*";
    private static final Map<String, Persistence> PERSISTENCE =
            Arrays.stream(Persistence.values()).collect(Collectors.toMap(Persistence::toString, kind -> kind));

    @Option(names = "--listen", paramLabel = "PORT", required = true, description = "Port to listen on.")
    private String listen = "";

    @Option(
            names = "--backend",
            paramLabel = "ID=URL",
            required = true,
            description = "A backend, such as node1=http://127.0.0.1:8081. Once for each.")
    private List<String> backends = List.of();

    @Option(names = "--balance", paramLabel = "HOW", description = "Whose turn it is: round-robin (default).")
    private String balance = "round-robin";

    @Option(
            names = "--persistence",
            paramLabel = "HOW",
            description =
                    "How a client finds home: none (default); affinity-cookie, set by the backend; insert, a cookie of the"
                            + " balancer's own.")
    private String persistence = "none";

    @Option(
            names = "--cookie",
            paramLabel = "NAME",
            description = "Name of that cookie. Default: HOMEPORT; SERVERID with insert.")
    private @Nullable String cookie;

    @Option(
            names = "--probe",
            paramLabel = "PATH",
            description =
                    "Path to GET for health, perhaps with a query. 2xx and 3xx pass. Without it nobody is probed.")
    private @Nullable String probe;

    @Option(
            names = "--probe-interval",
            paramLabel = "D",
            description = "From the end of a probe to the next. Default: 2s.")
    private String probeInterval = "2s";

    @Option(names = "--probe-timeout", paramLabel = "D", description = "How long a probe may take. Default: 1s.")
    private String probeTimeout = "1s";

    @Option(names = "--rise", paramLabel = "N", description = "Passes in a row that bring a backend back. Default: 2.")
    private String rise = "2";

    @Option(names = "--fall", paramLabel = "N", description = "Failures in a row that take a backend down. Default: 3.")
    private String fall = "3";

    @Option(
            names = "--drain-status",
            paramLabel = "CODE",
            description = "Probe status by which a backend that is up says that it wants no new clients, such as 404.")
    private @Nullable String drainStatus;

    @Option(
            names = "--admin",
            paramLabel = "PORT",
            description = "Port for GET /api/state, on the loopback address only. Without it there is none.")
    private @Nullable String admin;

    @Option(names = "--quiet", description = "No line per request.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    /** Everything that is wrong, a line each. */
    List<String> problems() {
        Problems problems = new Problems();
        problems.unlessPort("--listen", listen);
        checkBackends(problems);
        problems.unless(balance.equals("round-robin"), "--balance: " + balance, "round-robin");
        problems.unless(
                PERSISTENCE.containsKey(persistence),
                "--persistence: " + persistence,
                "none, affinity-cookie or insert");
        problems.unless(cookie == null || cookie.matches(COOKIE_NAME), "--cookie: " + cookie, "a cookie name");
        problems.unless(probe == null || probe.matches(PATH), "--probe: " + probe, "a path that starts with /");
        problems.unlessDuration("--probe-interval", probeInterval);
        problems.unlessDuration("--probe-timeout", probeTimeout);
        problems.unlessCount("--rise", rise);
        problems.unlessCount("--fall", fall);
        problems.unless(
                drainStatus == null || drainStatus.matches("[2-5]\\d\\d"),
                "--drain-status: " + drainStatus,
                "200 to 599");
        if (admin != null) {
            problems.unlessPort("--admin", admin);
            problems.unless(
                    admin.equals("0") || !admin.equals(listen), "--admin: " + admin, "another port than --listen");
        }
        return problems.lines();
    }

    private void checkBackends(Problems problems) {
        Map<String, String> seen = new HashMap<>();
        for (String backend : backends) {
            String[] parts = backend.split("=", 2);
            String problem = parts.length < 2
                    ? "backend: " + backend + " (expected: ID=URL)"
                    : BackendName.problem(parts[0], parts[1]);
            if (problem != null) {
                problems.add("--" + problem);
            } else {
                String other = seen.putIfAbsent(parts[0], parts[1]);
                problems.unless(
                        other == null, "--backend: " + backend, "an id of its own; " + parts[0] + " is " + other);
            }
        }
    }

    /** What to build; only when there are no {@link #problems}. */
    BalancerBuilder<Balancer> describe() {
        BalancerBuilder<Balancer> balancer = Balancer.roundRobin()
                .port(Integer.parseInt(listen))
                .persistence(PERSISTENCE.getOrDefault(persistence, Persistence.NONE))
                .probeInterval(duration(probeInterval))
                .probeTimeout(duration(probeTimeout))
                .rise(Integer.parseInt(rise))
                .fall(Integer.parseInt(fall));
        for (String backend : backends) {
            String[] parts = backend.split("=", 2);
            balancer.backend(parts[0], URI.create(parts[1]));
        }
        describeOptional(balancer);
        return balancer;
    }

    private void describeOptional(BalancerBuilder<Balancer> balancer) {
        if (cookie != null) {
            balancer.cookie(cookie);
        }
        if (probe != null) {
            balancer.probe(probe);
        }
        if (drainStatus != null) {
            balancer.drainStatus(Integer.parseInt(drainStatus));
        }
        if (admin != null) {
            balancer.adminPort(Integer.parseInt(admin));
        }
    }

    private static Duration duration(String text) {
        return Objects.requireNonNull(Durations.parse(text), text);
    }

    /** What will be done, for the first lines of output. */
    String summary() {
        String probing = probe == null ? "no probing" : "probing " + probe + " every " + probeInterval;
        return balance + ", persistence " + persistence + ", " + probing;
    }

    List<String> backends() {
        return backends;
    }
}
