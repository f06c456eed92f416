package io.homeport.runtime;

import io.homeport.Configuration;
import io.homeport.Problem;
import io.homeport.Source;
import java.util.ArrayList;
import java.util.List;

/** Reads the configuration from all its places. Runs before the application does, so it stays clear of lambdas. */
public final class ConfigurationSources {
    private ConfigurationSources() {}

    /**
     * Reads from the sources, highest first, and from the file that the highest {@code config} among them names.
     *
     * @param problems what was found wrong with the sources themselves; comes first in the outcome
     */
    public static Configuration.Outcome read(List<Source> sources, List<Problem> problems) {
        List<Problem> found = new ArrayList<>(problems);
        Configuration.Outcome outcome = Configuration.read(withFile(sources, found), HostName.get());
        return found.isEmpty() ? outcome : failed(found, outcome);
    }

    /** The same for a filter. */
    public static Configuration.Outcome readForFilter(List<Source> sources) {
        List<Problem> found = new ArrayList<>();
        Configuration.Outcome outcome = Configuration.readForFilter(withFile(sources, found), HostName.get());
        return found.isEmpty() ? outcome : failed(found, outcome);
    }

    private static List<Source> withFile(List<Source> sources, List<Problem> problems) {
        List<Source> all = new ArrayList<>(sources);
        for (Source source : sources) {
            String file = source.values().get("config");
            if (file != null && !file.isBlank()) {
                all.add(ConfigurationFile.read(file.strip(), problems));
                break;
            }
        }
        return all;
    }

    private static Configuration.Outcome failed(List<Problem> before, Configuration.Outcome outcome) {
        List<Problem> all = new ArrayList<>(before);
        all.addAll(outcome.problems());
        return new Configuration.Outcome(null, all, outcome.strict());
    }

    /** System properties and environment of this JVM, in this order. */
    public static List<Source> ofJvm() {
        return List.of(Source.systemProperties(System.getProperties()), Source.environment(System.getenv()));
    }
}
