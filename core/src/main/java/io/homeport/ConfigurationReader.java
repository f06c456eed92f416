package io.homeport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the merged values of all sources into a {@link Configuration}, collecting every problem on the way. Runs before
 * the application's main class, hence no lambda, no stream, no regular expression: each would cost a cold JVM tens of
 * milliseconds.
 */
final class ConfigurationReader {
    private final Values values;
    private final List<Problem> problems = new ArrayList<>();
    private final String hostName;
    private final boolean filter;

    ConfigurationReader(List<Source> sources, String hostName, boolean filter) {
        this.filter = filter;
        this.values = Values.merge(sources, problems);
        addPreset();
        this.hostName = hostName;
    }

    private void addPreset() {
        String name = values.get(Key.PRESET);
        Map<String, String> preset = name == null ? null : Preset.settings(name);
        if (preset != null) {
            values.addBelow(preset);
        } else if (name != null) {
            problems.add(Key.PRESET.problem(name));
        }
    }

    Configuration.Outcome read() {
        boolean strict = flag(Key.STRICT);
        NodeSettings node = node();
        PeerSettings peers = peers(node);
        AffinityCookie cookie = cookie();
        Configuration configuration = new Configuration(
                node,
                peers,
                new HealthReader(this, values, problems).read(),
                cookie,
                routing(),
                new OperationReader(this, problems).read(),
                dns(),
                trustedProxies(),
                new ManagementReader(this, problems).read(),
                effective(node));
        return new Configuration.Outcome(
                problems.isEmpty() ? configuration : null, Collections.unmodifiableList(problems), strict);
    }

    private NodeSettings node() {
        String id = values.get(Key.NODE_ID);
        if (id == null) {
            id = NodeSettings.routeOf(hostName);
        }
        if (!NodeSettings.isRoute(id)) {
            problems.add(Key.NODE_ID.problem(id));
        }
        boolean onHold = choice(Key.NODE_START_STATE, "active", "on-hold") == 1;
        return new NodeSettings(
                id,
                baseUrl(Key.NODE_URL),
                baseUrl(Key.NODE_EXTERNAL_URL),
                text(Key.NODE_VERSION),
                role(),
                onHold ? NodeState.ON_HOLD : NodeState.ACTIVE,
                containerRoute());
    }

    /** Where a lock decides, an instance is a backup until it has the lock. */
    private NodeRole role() {
        boolean primary = choice(Key.NODE_ROLE, "primary", "backup") == 0;
        return primary && text(Key.ROLE_LOCK).isEmpty() ? NodeRole.PRIMARY : NodeRole.BACKUP;
    }

    private boolean containerRoute() {
        boolean wanted = choice(Key.CONTAINER_ROUTE, "false", "true") == 1;
        if (wanted && filter) {
            problems.add(new Problem(
                    Key.CONTAINER_ROUTE.key(),
                    "true",
                    "false, because the agent can set the container's route and a filter cannot"));
        }
        return wanted;
    }

    private @Nullable BaseUrl baseUrl(Key key) {
        String text = values.get(key);
        BaseUrl url = text == null ? null : BaseUrl.parse(text);
        if (text != null && url == null) {
            problems.add(key.problem(text));
        }
        return url;
    }

    private PeerSettings peers(NodeSettings node) {
        PeerReader reader = new PeerReader(values, problems);
        List<PeerSettings.Entry> entries = reader.read(node.id());
        return new PeerSettings(
                entries,
                reader.own(node),
                duration(Key.PEERS_PROBE_INTERVAL, 100, 3_600_000),
                duration(Key.PEERS_PROBE_TIMEOUT, 10, 60_000));
    }

    private AffinityCookie cookie() {
        AffinityCookie cookie = new CookieReader(this).read();
        problems.addAll(cookie.contradictions());
        return cookie;
    }

    private RoutingSettings routing() {
        List<String> patterns = Values.list(text(Key.STATELESS_PATHS));
        for (String pattern : patterns) {
            if (!PathPatterns.isPattern(pattern)) {
                problems.add(Key.STATELESS_PATHS.problem(pattern));
            }
        }
        return new RoutingSettings(
                choice(Key.FOREIGN_ACTION, "redirect", "serve") == 0,
                choice(Key.FOREIGN_OWNER_DOWN, "adopt", "refuse") == 1,
                choice(Key.HOLD_ACTION, "redirect", "refuse") == 0,
                choice(Key.HOLD_LAST, "serve", "refuse") == 0,
                new PathPatterns(patterns));
    }

    private DnsSettings dns() {
        return new DnsSettings(seconds(Key.DNS_TTL), seconds(Key.DNS_NEGATIVE_TTL));
    }

    private int seconds(Key key) {
        String text = text(key);
        if (text.equals("keep")) {
            return DnsSettings.KEEP;
        }
        Duration duration = Durations.parse(Durations.isInteger(text) ? text + "s" : text);
        if (duration == null || duration.toSeconds() > 86_400 || duration.toMillisPart() != 0) {
            problems.add(key.problem(text));
            return 0;
        }
        return (int) duration.toSeconds();
    }

    private TrustedProxies trustedProxies() {
        List<String> networks = Values.list(text(Key.TRUSTED_PROXIES));
        List<Network> parsed = new ArrayList<>();
        for (String text : networks) {
            Network network = Network.parse(text);
            if (network == null) {
                problems.add(Key.TRUSTED_PROXIES.problem(text));
            } else {
                parsed.add(network);
            }
        }
        return new TrustedProxies(parsed);
    }

    private Map<String, String> effective(NodeSettings node) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Key key : Key.all()) {
            String value = key == Key.NODE_ID ? node.id() : text(key);
            all.put(key.key(), key.secret() && !value.isEmpty() ? "***" : value);
        }
        all.putAll(values.peerValues());
        all.putAll(values.checkValues());
        return Collections.unmodifiableMap(all);
    }

    String text(Key key) {
        String value = values.get(key);
        return value == null ? key.fallback() : value;
    }

    boolean flag(Key key) {
        return choice(key, "true", "false") == 0;
    }

    /** The index of the key's value among {@code choices}; 0 after a problem has been noted. */
    int choice(Key key, String... choices) {
        int index = Arrays.asList(choices).indexOf(text(key));
        if (index < 0) {
            problems.add(key.problem(text(key)));
        }
        return Math.max(0, index);
    }

    int integer(Key key, int min, int max) {
        String text = text(key);
        if (Durations.isInteger(text)) {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        problems.add(key.problem(text));
        return min;
    }

    Duration duration(Key key, long minMillis, long maxMillis) {
        Duration duration = Durations.parse(text(key));
        if (duration == null || duration.toMillis() < minMillis || duration.toMillis() > maxMillis) {
            problems.add(key.problem(text(key)));
            return Duration.ofMillis(minMillis);
        }
        return duration;
    }
}
