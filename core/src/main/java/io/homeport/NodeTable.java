package io.homeport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A {@link NodeReport} for people: a name and a value a line, with what is not there left out. */
final class NodeTable {
    private static final int LEAST_WIDTH = 14;

    private record Row(String name, String value) {}

    private final NodeReport report;
    private final List<Row> rows = new ArrayList<>();

    NodeTable(NodeReport report) {
        this.report = report;
    }

    String text() {
        addNode();
        addLoad();
        addBalancers();
        addSurroundings();
        int width = LEAST_WIDTH;
        for (Row row : rows) {
            width = Math.max(width, row.name.length() + 2);
        }
        StringBuilder table = new StringBuilder();
        for (Row row : rows) {
            table.append(row.name)
                    .append(" ".repeat(width - row.name.length()))
                    .append(row.value)
                    .append('\n');
        }
        return table.toString();
    }

    private void add(String name, String value) {
        rows.add(new Row(name, value));
    }

    private void addNode() {
        Node node = report.node();
        add("node", node.id());
        add("state", node.state().key());
        add("role", role(node));
        BaseUrl conflict = report.conflict();
        if (conflict != null) {
            add("conflict", "primary here, and at " + conflict + " too");
        }
        String version = report.configuration().node().version();
        if (!version.isEmpty()) {
            add("version", version);
        }
    }

    private String role(Node node) {
        NodeReport.Lock lock = report.moment().lock();
        Instances own = report.peers().own();
        String role = node.role().key();
        if (node.role() == NodeRole.BACKUP && own != null) {
            BaseUrl primary = own.primary();
            role += primary == null ? ", primary not reached" : " of " + primary;
        }
        return lock == null ? role : role + ", lock " + lock.words() + (lock.held() ? ", fence " + lock.fence() : "");
    }

    private void addBalancers() {
        add("hints", BalancerHints.of(report.node()).toString());
        for (BalancerViews.View view : report.node().balancers().all()) {
            add("balancer " + view.balancer(), view.toString());
        }
    }

    private void addLoad() {
        Sessions sessions = report.node().sessions();
        int count = sessions.count();
        String of = sessions.max() == Sessions.UNLIMITED ? "" : " of " + sessions.max();
        String idle = count == 0 ? "" : ", longest idle " + time(report.longestIdleSeconds());
        add("sessions", count + of + idle);
        add("in flight", String.valueOf(report.node().inFlight().count()));
    }

    /** Whole seconds as people say them, such as {@code 4 m 10 s}. */
    static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " m " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " m";
    }

    private void addSurroundings() {
        for (CheckStatus check : report.node().checks().all()) {
            String only = check.settings().affectsReadiness() ? "" : ", affects nothing";
            String condition = check.condition().name().toLowerCase(Locale.ROOT);
            add("check " + check.settings().name(), condition + ", " + check.why() + only);
        }
        for (Peer peer : report.peers().all()) {
            PeerStatus status = peer.status();
            String state = status.state().isEmpty() ? "" : ", " + status.state();
            add("peer " + peer.id(), NodeReport.word(status) + state + ", " + peer.target() + ", " + status.why());
        }
        add("DNS cache", report.dns().toString());
        for (ContainerSetting setting : report.containers()) {
            add(setting.container(), setting.name() + " " + setting.words());
        }
        for (Map.Entry<String, Long> fault : report.faults().counts().entrySet()) {
            add("errors in " + fault.getKey(), String.valueOf(fault.getValue()));
        }
    }
}
