package io.homeport.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Where the demo is seen: on a terminal one picture that is redrawn below the news, elsewhere one line a second among them.
 * Not thread-safe.
 */
final class Screen {
    private static final Duration LINE_EVERY = Duration.ofSeconds(1);
    private static final String UP = "\033[%dA";
    private static final String ERASE_BELOW = "\033[J";

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;
    private Duration nextLine = Duration.ZERO;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Says something that stays. */
    void say(String text) {
        erase();
        out.println(text);
        out.flush();
    }

    void show(Picture picture) {
        if (terminal) {
            erase();
            List<String> lines = picture.lines();
            lines.forEach(out::println);
            drawn = lines.size();
        } else if (picture.elapsed().compareTo(nextLine) >= 0) {
            out.println(picture.line());
            nextLine = picture.elapsed().plus(LINE_EVERY);
        }
        out.flush();
    }

    private void erase() {
        if (drawn > 0) {
            out.print(UP.formatted(drawn) + ERASE_BELOW);
            drawn = 0;
        }
    }
}
