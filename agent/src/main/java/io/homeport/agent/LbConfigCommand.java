package io.homeport.agent;

import io.homeport.Configuration;
import io.homeport.Source;
import io.homeport.runtime.ConfigurationSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lb-config}. */
@Command(
        name = "lb-config",
        mixinStandardHelpOptions = true,
        description = "Writes a balancer's configuration for this node and its peers.")
final class LbConfigCommand implements Callable<Integer> {

    /** The balancers that are known. */
    enum Balancer {
        haproxy,
        nginx,
        httpd,
        f5
    }

    @Parameters(paramLabel = "NAME", description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Balancer balancer;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The node's configuration file; system properties and environment count too.")
    private @Nullable String config;

    @Override
    public Integer call() {
        List<Source> sources = new ArrayList<>();
        if (config != null) {
            sources.add(new Source("--config", Map.of("config", config)));
        }
        sources.addAll(ConfigurationSources.ofJvm());
        Configuration.Outcome outcome = ConfigurationSources.read(sources, List.of());
        Configuration configuration = outcome.configuration();
        if (configuration == null) {
            outcome.problems().forEach(System.err::println);
            return 1;
        }
        LbNodes nodes = LbNodes.of(configuration);
        if (nodes == null) {
            System.err.println(
                    "node.url: (none) (expected: the URL by which a balancer reaches this node, here or in peers)");
            return 1;
        }
        System.out.print(
                switch (balancer) {
                    case haproxy -> LbHaproxy.text(nodes);
                    case nginx -> LbNginx.text(nodes);
                    case httpd -> LbHttpd.text(nodes);
                    case f5 -> LbF5.text(nodes);
                });
        return 0;
    }
}
