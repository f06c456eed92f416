package io.homeport.contract;

import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedFrame;

/**
 * The calls that were under way when an object was made.
 *
 * @param frames the innermost first
 */
record AllocatingCalls(List<RecordedFrame> frames) {
    private static final int SHOWN = 12;

    /** Whether Homeport made the object, or somebody whom it called. */
    boolean areOurs() {
        for (int i = 0; i < frames.size(); i++) {
            if (isHandOver(i)) {
                return false;
            }
            if (isOurs(type(frames.get(i)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a handler of ours there calls the next one. On Undertow, whose handlers call each other, that stands among
     * the callers of all that the application does; elsewhere the container calls us and we return.
     */
    private boolean isHandOver(int i) {
        return i > 0
                && type(frames.get(i)).equals("io.homeport.agent.UndertowHandler")
                && frames.get(i - 1).getMethod().getName().equals("handleRequest");
    }

    /** The bridge is ours although it lies in a package of the JDK; the contract's application is not. */
    private static boolean isOurs(String type) {
        return type.equals("java.lang.$Homeport")
                || (type.startsWith("io.homeport.") && !type.startsWith("io.homeport.contract."));
    }

    boolean pass(String type) {
        return frames.stream().anyMatch(frame -> type(frame).equals(type));
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    @Override
    public String toString() {
        return frames.stream()
                .limit(SHOWN)
                .map(frame -> "    at " + type(frame) + "." + frame.getMethod().getName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining("\n"));
    }
}
