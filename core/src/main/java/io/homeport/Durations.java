package io.homeport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as the configuration writes them: {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h}. */
public final class Durations {
    private Durations() {}

    /** The duration, or null where the text is none. */
    public static @Nullable Duration parse(String text) {
        int digits = 0;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            return null;
        }
        long number = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> null;
        };
    }

    static boolean isInteger(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 9;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
