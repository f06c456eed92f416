package io.homeport.runtime;

import java.lang.reflect.InvocationTargetException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a check saw, fit for logs, terminals and health answers: one line of printable ASCII of bounded length. Servers and
 * drivers write what they like; what may be a password is left out with all that follows it.
 */
final class CheckWords {
    private static final int MOST = 160;

    private static final Pattern JDBC_URL = Pattern.compile("(?is)\\bjdbc:.*");
    private static final Pattern USER_INFO = Pattern.compile("://\\S*@");
    private static final Pattern SECRET =
            Pattern.compile("(?is)((?:password|passwd|pwd|secret|token|credentials?)\\w*[\"']?\\s*[=:]).*");

    private CheckWords() {}

    static String line(String text) {
        String masked = JDBC_URL.matcher(text).replaceFirst("jdbc:***");
        masked = USER_INFO.matcher(masked).replaceAll("://***@");
        masked = SECRET.matcher(masked).replaceFirst("$1***");
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < masked.length() && line.length() < MOST; i++) {
            append(line, masked.charAt(i));
        }
        return line.length() < MOST ? line.toString().strip() : line.substring(0, MOST - 3) + "...";
    }

    private static void append(StringBuilder line, char c) {
        if (!Character.isWhitespace(c)) {
            line.append(c > ' ' && c < 0x7f ? c : '?');
        } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    /** What went wrong, as it came; {@link #line} makes it fit. */
    static String of(Throwable error) {
        Throwable wrong =
                error instanceof InvocationTargetException && error.getCause() != null ? error.getCause() : error;
        String words = named(wrong);
        @Nullable Throwable cause = wrong.getCause();
        return cause == null || words.contains(String.valueOf(cause.getMessage()))
                ? words
                : words + " (" + named(cause) + ")";
    }

    private static String named(Throwable error) {
        if (error instanceof NoClassDefFoundError) {
            return "not in this run-time image: "
                    + String.valueOf(error.getMessage()).replace('/', '.');
        }
        String message = error.getMessage();
        return error.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
