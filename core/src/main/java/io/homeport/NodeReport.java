package io.homeport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an operator is told of a node: as JSON for scripts, as a table for people.
 *
 * @param dns the DNS cache as it really is, in words
 * @param containers what became of the containers' own settings
 * @param moment what else is true now
 */
public record NodeReport(
        Configuration configuration,
        Node node,
        Peers peers,
        Faults faults,
        DnsCache dns,
        List<ContainerSetting> containers,
        Moment moment) {

    /**
     * What is true at the moment of the report.
     *
     * @param millis the epoch milliseconds of it
     * @param lock what decides who is primary, null where that is the configuration and the operator
     */
    public record Moment(long millis, @Nullable Lock lock) {}

    /**
     * The lock that decides who is primary.
     *
     * @param fence grows with each new holder; 0 where this instance does not hold it
     * @param words what the last round saw
     */
    public record Lock(boolean held, long fence, String words) {
        private String json() {
            return new JsonText()
                    .raw("held", String.valueOf(held))
                    .field("fence", fence)
                    .field("words", words)
                    .object();
        }
    }

    /**
     * The JVM's effective DNS cache times.
     *
     * @param ttl seconds; negative for ever; {@link #UNKNOWN} where it could not be read
     * @param negativeTtl the same for names that were not found
     */
    public record DnsCache(int ttl, int negativeTtl) {
        public static final int UNKNOWN = Integer.MIN_VALUE;

        private static String seconds(int ttl) {
            return ttl == UNKNOWN ? "unknown" : ttl < 0 ? "for ever" : ttl + " s";
        }

        @Override
        public String toString() {
            return seconds(ttl) + ", not found " + seconds(negativeTtl);
        }

        private String json() {
            JsonText json = new JsonText();
            return (ttl == UNKNOWN ? json : json.field("ttl", ttl).field("negative-ttl", negativeTtl)).object();
        }
    }

    /** The document of {@code GET /sessions/ID} for a session that lives here. */
    public static String session(Node node, String id) {
        return new JsonText().field("session", id).field("node", node.id()).object() + "\n";
    }

    /** The document of {@code GET /node}. */
    public String json() {
        NodeSettings settings = configuration.node();
        JsonText json = new JsonText()
                .field("node", node.id())
                .field("state", node.state().key())
                .field("role", node.role().key());
        addLoad(json);
        addRole(json);
        json.field("version", settings.version())
                .field("url", String.valueOf(settings.url() == null ? "" : settings.url()))
                .field("external-url", String.valueOf(settings.externalUrl() == null ? "" : settings.externalUrl()));
        List<String> checked = new ArrayList<>();
        for (CheckStatus check : node.checks().all()) {
            checked.add(json(check));
        }
        List<String> described = new ArrayList<>();
        for (Peer peer : peers.all()) {
            described.add(json(peer));
        }
        List<String> settled = new ArrayList<>();
        for (ContainerSetting setting : containers) {
            settled.add(setting.json());
        }
        return json.raw("checks", "[" + String.join(",", checked) + "]")
                        .raw("peers", "[" + String.join(",", described) + "]")
                        .raw("hints", BalancerHints.of(node).json())
                        .raw("balancers", node.balancers().json())
                        .raw("dns", dns.json())
                        .raw("container-settings", "[" + String.join(",", settled) + "]")
                        .raw("errors", faultsJson())
                        .raw("configuration", configurationJson())
                        .object()
                + "\n";
    }

    /** Numbers by names of their own, so that a script needs no path to them. */
    private void addLoad(JsonText json) {
        Sessions sessions = node.sessions();
        json.field("sessions", sessions.count());
        if (sessions.max() != Sessions.UNLIMITED) {
            json.field("session-max", sessions.max());
        }
        json.field("longest-idle-seconds", longestIdleSeconds())
                .field("in-flight", node.inFlight().count());
    }

    long longestIdleSeconds() {
        return node.sessions().longestIdleMillis(moment.millis()) / 1000;
    }

    private void addRole(JsonText json) {
        Instances own = peers.own();
        if (own != null && !own.areAllHere()) {
            BaseUrl primary = own.primary();
            json.raw(
                    "instances",
                    new JsonText()
                            .field("primary", primary == null ? "" : primary.text())
                            .field("why", own.asPeer().status().why())
                            .object());
        }
        BaseUrl conflict = conflict();
        if (conflict != null) {
            json.field("conflict", conflict.text());
        }
        if (moment.lock() != null) {
            json.raw("lock", moment.lock().json());
        }
    }

    /** The other instance that claims to be primary too, null for none. */
    @Nullable
    BaseUrl conflict() {
        return RoleConflict.of(node, peers.own());
    }

    private static String json(CheckStatus check) {
        return new JsonText()
                .field("name", check.settings().name())
                .field("condition", check.condition().name().toLowerCase(Locale.ROOT))
                .field("affects", check.settings().affectsReadiness() ? "readiness" : "nothing")
                .field("why", check.why())
                .object();
    }

    private static String json(Peer peer) {
        PeerStatus status = peer.status();
        return new JsonText()
                .field("node", peer.id())
                .field("condition", word(status))
                .field("state", status.state())
                .field("target", peer.target().text())
                .field("why", status.why())
                .object();
    }

    static String word(PeerStatus status) {
        return status.condition().name().toLowerCase(Locale.ROOT);
    }

    private String faultsJson() {
        JsonText json = new JsonText();
        faults.counts().forEach(json::field);
        return json.object();
    }

    private String configurationJson() {
        JsonText json = new JsonText();
        configuration.effective().forEach(json::field);
        return json.object();
    }

    /** The same as a table. */
    public String table() {
        return new NodeTable(this).text();
    }
}
