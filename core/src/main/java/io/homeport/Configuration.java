package io.homeport;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A valid configuration. Immutable; made by {@link #read} only.
 *
 * @param effective each known key with its value in force, secrets masked, in the order of the documentation
 */
public record Configuration(
        NodeSettings node,
        PeerSettings peers,
        HealthSettings health,
        AffinityCookie cookie,
        RoutingSettings routing,
        OperationSettings operation,
        DnsSettings dns,
        TrustedProxies trustedProxies,
        ManagementSettings management,
        Map<String, String> effective) {

    /**
     * What came of reading.
     *
     * @param configuration what was read, null when there are problems
     * @param strict whether problems stop the start; otherwise they are a warning and Homeport stays inert
     */
    public record Outcome(@Nullable Configuration configuration, List<Problem> problems, boolean strict) {}

    /** Reads from the sources, highest first, and reports every problem there is. */
    public static Outcome read(List<Source> sources, String hostName) {
        return new ConfigurationReader(sources, hostName, false).read();
    }

    /** The same for a filter: what only the agent can do is a problem there. */
    public static Outcome readForFilter(List<Source> sources, String hostName) {
        return new ConfigurationReader(sources, hostName, true).read();
    }
}
