package io.homeport.demo;

import static io.homeport.demo.Verdict.LOST;
import static io.homeport.demo.Verdict.MISROUTED;
import static io.homeport.demo.Verdict.REDIRECTED_HOME;
import static io.homeport.demo.Verdict.SERVED_AT_HOME;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the audience sees at one moment. */
record Picture(Duration elapsed, List<Row> rows, Totals totals, Ink ink) {

    /**
     * One node.
     *
     * @param health as the balancer sees it
     * @param remark what was done to it, empty for nothing
     */
    record Row(Node node, String health, String remark) {}

    /** The whole table. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(ink.strong("%-8s%-10s%-10s%10s%10s".formatted("node", "server", "balancer", "sessions", "answers"))
                + "   " + seconds(elapsed));
        rows.forEach(row -> lines.add(line(row)));
        lines.add("");
        lines.addAll(counts());
        return lines;
    }

    private String line(Row row) {
        Node node = row.node();
        return "%-8s%-10s".formatted(node.id(), node.server())
                + health(row)
                + "%10d%10d"
                        .formatted(
                                totals.sessions().livingOn(node.id()),
                                totals.requests().servedBy(node.id()))
                + (row.remark().isEmpty() ? "" : "   " + ink.odd(row.remark()));
    }

    private String health(Row row) {
        String padded = "%-10s".formatted(row.health());
        return switch (row.health()) {
            case "up" -> ink.good(padded);
            case "down" -> ink.bad(padded);
            default -> ink.odd(padded);
        };
    }

    private List<String> counts() {
        return List.of(
                "%-24s%8d    %-24s%8d"
                        .formatted(
                                "sessions made",
                                totals.sessions().made(),
                                "requests",
                                totals.requests().all()),
                "%-24s%8d    %-24s%8d"
                        .formatted(
                                "served at home",
                                totals.of(SERVED_AT_HOME),
                                "redirected home",
                                totals.of(REDIRECTED_HOME)),
                "%-24s%8d    %-24s%8d"
                        .formatted("re-created after a kill", totals.sessions().recreated(), "failed", totals.failed()),
                mustBeZero("%-24s%8d".formatted("lost", totals.of(LOST)), totals.of(LOST))
                        + "    "
                        + mustBeZero("%-24s%8d".formatted("misrouted", totals.of(MISROUTED)), totals.of(MISROUTED)));
    }

    private String mustBeZero(String text, long count) {
        return count == 0 ? ink.good(text) : ink.bad(text);
    }

    /** All of it in one line. */
    String line() {
        String nodes = rows.stream()
                .map(row -> "%s %s %d"
                        .formatted(
                                row.node().id(),
                                row.health(),
                                totals.sessions().livingOn(row.node().id())))
                .collect(Collectors.joining(", "));
        return "%s  %s | requests %d, at home %d, redirected home %d, re-created %d, lost %d, misrouted %d"
                .formatted(
                        seconds(elapsed),
                        nodes,
                        totals.requests().all(),
                        totals.of(SERVED_AT_HOME),
                        totals.of(REDIRECTED_HOME),
                        totals.sessions().recreated(),
                        totals.of(LOST),
                        totals.of(MISROUTED));
    }

    /** Seconds with one decimal, right-aligned. */
    static String seconds(Duration time) {
        return "%3d.%d s".formatted(time.toSeconds(), time.toMillisPart() / 100);
    }
}
