package io.homeport.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a JVM without TLABs allocated while Flight Recorder watched: every object, not a sample.
 *
 * @param ours how many objects of ours came from the same calls
 * @param ofTheApplication how many objects the contract's servlet made, or had made
 */
record Allocations(Map<String, Integer> ours, int ofTheApplication) {
    private static final String APPLICATION = "io.homeport.contract.bench.ContractServlet";

    static Allocations read(Path recording) throws IOException {
        Map<String, Integer> ours = new TreeMap<>();
        int ofTheApplication = 0;
        for (RecordedEvent event : events(recording)) {
            AllocatingCalls calls = new AllocatingCalls(event.getStackTrace().getFrames());
            if (calls.areOurs()) {
                ours.merge(event.getClass("objectClass").getName() + "\n" + calls, 1, Integer::sum);
            } else if (calls.pass(APPLICATION)) {
                ofTheApplication++;
            }
        }
        return new Allocations(ours, ofTheApplication);
    }

    private static List<RecordedEvent> events(Path recording) throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
        Files.delete(recording);
        if (events.stream().anyMatch(event -> event.getEventType().getName().equals("jdk.DataLoss"))) {
            throw new AssertionError("Flight Recorder lost some of its " + events.size() + " events");
        }
        return events.stream().filter(event -> event.getStackTrace() != null).toList();
    }

    int countOfOurs() {
        return ours.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        ours.forEach((calls, count) ->
                text.append(count).append(" times ").append(calls).append('\n'));
        return text.toString();
    }
}
