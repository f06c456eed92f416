package io.homeport.benchmarks;

import io.homeport.Configuration;
import io.homeport.Decision;
import io.homeport.Faults;
import io.homeport.Homeport;
import io.homeport.Node;
import io.homeport.NodeEvent;
import io.homeport.Peers;
import io.homeport.Source;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision, without a container: the hot path, a foreign session, a probe. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecideBenchmark {
    private static final String OTHER_COOKIES =
            "_ga=GA1.2.1234567890.1700000000; theme=dark; JSESSIONID=6C462BC37FEB6EEAF6173FFFAC264FA5; ";

    private final Homeport homeport = homeport();
    private final FixedRequest sticky = new FixedRequest("/shop/cart", OTHER_COOKIES + "HOMEPORT=node1");
    private final FixedRequest stateless = new FixedRequest("/shop/ping", "_ga=GA1.2.1234567890.1700000000");
    private final FixedRequest foreign = new FixedRequest("/shop/cart", OTHER_COOKIES + "HOMEPORT=node2");
    private final FixedRequest probe = new FixedRequest("/health", "");
    private final FixedRequest kubelet = new FixedRequest("/health/ready", null, "*/*", "");
    private final FixedRequest named = new FixedRequest("/health", "on-hold=404&full=404&active=299", "", "");
    private final FixedRequest browser =
            new FixedRequest("/health", null, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "");

    private static Homeport homeport() {
        Map<String, String> values = Map.of("node.id", "node1", "peers", "node2=http://10.0.0.2:8080");
        Configuration configuration = Objects.requireNonNull(
                Configuration.read(List.of(new Source("benchmark", values)), "").configuration());
        Node node = new Node(configuration, line -> {});
        node.apply(NodeEvent.APPLICATION_STARTED);
        Faults faults = new Faults(Clock.systemUTC(), System.err::println);
        return new Homeport(configuration, node, new Peers(configuration.peers()), faults);
    }

    /** A request whose cookie names this node. */
    @Benchmark
    public Decision sticky() {
        return homeport.decide(sticky);
    }

    /** A request without a session. */
    @Benchmark
    public Decision stateless() {
        return homeport.decide(stateless);
    }

    /** A request whose session lives on a peer: a 307 is written. */
    @Benchmark
    public Decision foreign() {
        return homeport.decide(foreign);
    }

    /** A health probe, as F5 and HAProxy send it. */
    @Benchmark
    public Decision probe() {
        return homeport.decide(probe);
    }

    /** The same with the {@code Accept} that Kubernetes sends. */
    @Benchmark
    public Decision probeByKubernetes() {
        return homeport.decide(kubelet);
    }

    /** The same by a prober that names the status. */
    @Benchmark
    public Decision probeThatNamesTheStatus() {
        return homeport.decide(named);
    }

    /** The same by a browser, which gets the page. */
    @Benchmark
    public Decision probeByABrowser() {
        return homeport.decide(browser);
    }
}
