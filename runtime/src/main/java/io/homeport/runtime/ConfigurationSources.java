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
        List<Source> all = new ArrayList<>(sources);
        for (Source source : sources) {
            String file = source.values().get("config");
            if (file != null && !file.isBlank()) {
                all.add(ConfigurationFile.read(file.strip(), found));
                break;
            }
        }
        Configuration.Outcome outcome = Configuration.read(all, HostName.get());
        if (found.isEmpty()) {
            return outcome;
        }
        found.addAll(outcome.problems());
        return new Configuration.Outcome(null, found, outcome.strict());
    }

    /** System properties and environment of this JVM, in this order. */
    public static List<Source> ofJvm() {
        return List.of(Source.systemProperties(System.getProperties()), Source.environment(System.getenv()));
    }
}
