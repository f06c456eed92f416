package io.homeport.agent;

import io.homeport.Configuration;
import io.homeport.Problem;
import io.homeport.Source;
import io.homeport.runtime.ConfigurationSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check-config}. */
@Command(
        name = "check-config",
        mixinStandardHelpOptions = true,
        description = "Reads a configuration as a node would and shows what it comes to, or everything wrong with it.")
final class CheckConfigCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A .properties, .yaml or .yml file; without it system properties and environment alone.")
    private @Nullable String file;

    @Override
    public Integer call() {
        List<Source> sources = new ArrayList<>();
        if (file != null) {
            sources.add(new Source("command line", Map.of("config", file)));
        }
        sources.addAll(ConfigurationSources.ofJvm());
        Configuration.Outcome outcome = ConfigurationSources.read(sources, List.of());
        Configuration configuration = outcome.configuration();
        if (configuration == null) {
            outcome.problems().forEach(CheckConfigCommand::print);
            return 1;
        }
        configuration.effective().forEach((key, value) -> System.out.println(key + "=" + value));
        return 0;
    }

    private static void print(Problem problem) {
        System.err.println(problem);
    }
}
