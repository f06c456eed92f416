package io.homeport.agent;

import io.homeport.Configuration;
import io.homeport.ManagementSettings;
import io.homeport.Problem;
import io.homeport.Source;
import io.homeport.runtime.ConfigurationSources;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which node a command means: said on the command line, else by the configuration that the node itself reads. */
final class NodeAddress {
    @Option(
            names = {"-m", "--management"},
            paramLabel = "PORT|HOST:PORT|URL",
            description = "The node's management listener; without it the configuration says where it is.")
    private @Nullable String management;

    @Option(names = "--token", paramLabel = "TOKEN", description = "What management.token is set to, if it is set.")
    private @Nullable String token;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The node's configuration file; system properties and environment count too.")
    private @Nullable String config;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Base URL and token; a wrong one is a usage error. */
    NodeClient client() {
        ManagementSettings settings = settings();
        String bearer = token != null ? token : settings.token();
        if (management != null) {
            return new NodeClient(uri(management), bearer);
        }
        if (settings.port() <= 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--management: (none) (expected: the node's management port, here or by --config)");
        }
        return new NodeClient(uri(settings.url(settings.port())), bearer);
    }

    private URI uri(String text) {
        String full = text.contains("://") ? text : text.contains(":") ? "http://" + text : "http://127.0.0.1:" + text;
        try {
            URI uri = new URI(full);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getPort() <= 65535) {
                return uri.resolve("/");
            }
        } catch (java.net.URISyntaxException e) {
            throw new ParameterException(spec.commandLine(), badAddress(text), e);
        }
        throw new ParameterException(spec.commandLine(), badAddress(text));
    }

    private static String badAddress(String text) {
        return "--management: " + text + " (expected: a port, host:port or http://host:port)";
    }

    private ManagementSettings settings() {
        List<Source> sources = new ArrayList<>();
        if (config != null) {
            sources.add(new Source("--config", Map.of("config", config)));
        }
        sources.addAll(ConfigurationSources.ofJvm());
        Configuration.Outcome outcome = ConfigurationSources.read(sources, List.of());
        Configuration configuration = outcome.configuration();
        if (configuration == null) {
            throw new ParameterException(spec.commandLine(), lines(outcome.problems()));
        }
        return configuration.management();
    }

    private static String lines(List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> lines.add(problem.toString()));
        return String.join(System.lineSeparator(), lines);
    }
}
