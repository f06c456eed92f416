package io.homeport.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The closing account. */
record Summary(Totals totals, List<Sighting> sightings, Outcome outcome) {

    /**
     * What came out.
     *
     * @param incidents how the first faults came about
     */
    record Outcome(List<Expectation> expectations, List<String> incidents) {}

    /** A change of a node's health that the balancer's probes found, so long after the start. */
    record Sighting(Duration at, String node, String from, String to, String why) {}

    boolean allMet() {
        return outcome.expectations().stream().allMatch(Expectation::met);
    }

    List<String> lines(Ink ink) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(ink.strong("Summary"));
        counts().forEach(count -> lines.add("  %-42s%8d".formatted(count.getKey(), count.getValue())));
        lines.add("");
        lines.add(ink.strong("Probe transitions"));
        sightings.forEach(seen -> lines.add("  %s  %-8s%s -> %s  (%s)"
                .formatted(Picture.seconds(seen.at()), seen.node(), seen.from(), seen.to(), seen.why())));
        lines.add("");
        lines.add(ink.strong("Expectations"));
        outcome.expectations().forEach(expectation -> lines.add(line(expectation, ink)));
        outcome.incidents().forEach(incident -> lines.add("  " + ink.odd("For example ") + incident));
        lines.add("");
        lines.add(allMet() ? ink.good("All expectations were met.") : ink.bad("Not all expectations were met."));
        return lines;
    }

    private List<Map.Entry<String, Long>> counts() {
        return List.of(
                Map.entry("sessions made", totals.sessions().made()),
                Map.entry("requests", totals.requests().all()),
                Map.entry("served at home", totals.of(Verdict.SERVED_AT_HOME)),
                Map.entry("redirected home", totals.of(Verdict.REDIRECTED_HOME)),
                Map.entry("ended with the killed node", totals.of(Verdict.ENDED_BY_KILL)),
                Map.entry("re-created after the kill", totals.sessions().recreated()),
                Map.entry("cut off as the asked node was killed", totals.of(Verdict.INTERRUPTED)),
                Map.entry("lost", totals.of(Verdict.LOST)),
                Map.entry("misrouted", totals.of(Verdict.MISROUTED)),
                Map.entry("failed", totals.failed()));
    }

    private static String line(Expectation expectation, Ink ink) {
        String mark = expectation.met() ? ink.good("ok  ") : ink.bad("FAIL");
        return "  " + mark + "  " + expectation.claim() + " (" + expectation.found() + ")";
    }
}
