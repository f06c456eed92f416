package io.homeport.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a command line, so that it can be said all at once. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    void add(String line) {
        lines.add(line);
    }

    /** Complains about a given option and value, {@code --name: value}, unless it is good. */
    void unless(boolean good, String given, String expected) {
        if (!good) {
            lines.add(given + " (expected: " + expected + ")");
        }
    }

    void unlessPort(String option, String value) {
        unless(isNumber(value, 0, 65_535), option + ": " + value, "a port, 0 to 65535");
    }

    void unlessCount(String option, String value) {
        unless(isNumber(value, 1, 1_000), option + ": " + value, "a number, 1 to 1000");
    }

    void unlessDuration(String option, String value) {
        unless(Durations.parse(value) != null, option + ": " + value, "a duration such as 500ms, 2s or 5m");
    }

    private static boolean isNumber(@Nullable String text, int least, int most) {
        return text != null
                && text.matches("\\d{1,6}")
                && Integer.parseInt(text) >= least
                && Integer.parseInt(text) <= most;
    }
}
