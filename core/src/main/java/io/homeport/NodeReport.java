package io.homeport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an operator is told of a node: as JSON for scripts, as a table for people.
 *
 * @param dns the DNS cache as it really is, in words
 * @param containers what became of the containers' own settings
 */
public record NodeReport(
        Configuration configuration,
        Node node,
        Peers peers,
        Faults faults,
        DnsCache dns,
        List<ContainerSetting> containers) {

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

    /** The document of {@code GET /node}. */
    public String json() {
        NodeSettings settings = configuration.node();
        JsonText json = new JsonText()
                .field("node", node.id())
                .field("state", node.state().key())
                .field("version", settings.version())
                .field("url", String.valueOf(settings.url() == null ? "" : settings.url()))
                .field("external-url", String.valueOf(settings.externalUrl() == null ? "" : settings.externalUrl()));
        List<String> described = new ArrayList<>();
        for (Peer peer : peers.all()) {
            described.add(json(peer));
        }
        List<String> settled = new ArrayList<>();
        for (ContainerSetting setting : containers) {
            settled.add(setting.json());
        }
        return json.raw("peers", "[" + String.join(",", described) + "]")
                        .raw("hints", BalancerHints.of(node).json())
                        .raw("balancers", node.balancers().json())
                        .raw("dns", dns.json())
                        .raw("container-settings", "[" + String.join(",", settled) + "]")
                        .raw("errors", faultsJson())
                        .raw("configuration", configurationJson())
                        .object()
                + "\n";
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

    private static String word(PeerStatus status) {
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
        StringBuilder table = new StringBuilder();
        row(table, "node", node.id());
        row(table, "state", node.state().key());
        if (!configuration.node().version().isEmpty()) {
            row(table, "version", configuration.node().version());
        }
        row(table, "for balancers", BalancerHints.of(node).toString());
        for (BalancerViews.View view : node.balancers().all()) {
            row(table, "balancer " + view.balancer(), view.toString());
        }
        row(table, "DNS cache", dns.toString());
        for (ContainerSetting setting : containers) {
            row(table, setting.container(), setting.name() + " " + setting.words());
        }
        for (Peer peer : peers.all()) {
            String state =
                    peer.status().state().isEmpty() ? "" : ", " + peer.status().state();
            row(
                    table,
                    "peer " + peer.id(),
                    word(peer.status()) + state + ", " + peer.target() + ", "
                            + peer.status().why());
        }
        for (Map.Entry<String, Long> fault : faults.counts().entrySet()) {
            row(table, "errors in " + fault.getKey(), String.valueOf(fault.getValue()));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append(name)
                .append(" ".repeat(Math.max(1, 14 - name.length())))
                .append(value)
                .append('\n');
    }
}
