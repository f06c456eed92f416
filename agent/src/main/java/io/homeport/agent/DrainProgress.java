package io.homeport.agent;

import java.io.Console;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a drain has come: one line that is drawn anew on a terminal, one for each change elsewhere. */
final class DrainProgress {
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z-]+)\"");

    /** What to do next. */
    enum Step {
        WAIT,
        EMPTY,
        OVER
    }

    private final long deadline;
    private final boolean terminal = isTerminal();
    private String shown = "";

    DrainProgress(Duration wait) {
        this.deadline = System.nanoTime() + wait.toNanos();
    }

    /** Shows what the node says of itself. */
    Step see(String json) {
        long sessions = number(json, "sessions");
        long inFlight = number(json, "in-flight");
        String left = sessions + (sessions == 1 ? " session" : " sessions") + ", " + inFlight + " in flight";
        if (sessions == 0 && inFlight == 0) {
            last("drained: no session, nothing in flight", System.out);
            return Step.EMPTY;
        }
        if (isReleased(json)) {
            last("released by somebody: " + left, System.err);
            return Step.OVER;
        }
        long remaining = deadline - System.nanoTime();
        if (remaining <= 0) {
            last("time is over, still on hold: " + left, System.err);
            return Step.OVER;
        }
        show(
                left,
                ", longest idle " + time(number(json, "longest-idle-seconds")) + ", " + time(remaining / 1_000_000_000)
                        + " to go");
        return Step.WAIT;
    }

    private static long number(String json, String name) {
        // In the node's own report a name like this cannot stand in a value, whose quotes are escaped.
        Matcher matcher =
                Pattern.compile("(?<!\\\\)\"" + name + "\":([0-9]{1,18})").matcher(json);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static boolean isReleased(String json) {
        Matcher matcher = STATE.matcher(json);
        return matcher.find()
                && (matcher.group(1).equals("active") || matcher.group(1).equals("full"));
    }

    private void show(String left, String more) {
        if (terminal) {
            String line = left + more;
            System.out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            System.out.flush();
            shown = line;
        } else if (!left.equals(shown)) {
            System.out.println(left + more);
            shown = left;
        }
    }

    private void last(String line, java.io.PrintStream out) {
        end();
        out.println(line);
    }

    /** Leaves the line that is drawn anew. */
    void end() {
        if (terminal && !shown.isEmpty()) {
            System.out.println();
            shown = "";
        }
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " m " + seconds % 60 + " s";
    }

    /** From Java 22 on there is a console without a terminal too, which says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
