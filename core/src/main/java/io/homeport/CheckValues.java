package io.homeport;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is set for one readiness check. */
final class CheckValues {
    private static final int[] NO_STATUSES = {0, 0};

    private final String prefix;
    private final List<Problem> problems;
    private final Map<CheckKey, String> values = new EnumMap<>(CheckKey.class);

    /** @param prefix of the keys, dot included */
    CheckValues(String prefix, List<Problem> problems) {
        this.prefix = prefix;
        this.problems = problems;
    }

    void put(@Nullable CheckKey key, String value) {
        if (key != null) {
            values.put(key, value);
        }
    }

    String text(CheckKey key) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? key.fallback() : value;
    }

    void bad(CheckKey key) {
        problems.add(new Problem(prefix + key.key(), text(key), key.expected()));
    }

    /** The key that says what is checked; null, and a problem, where it is not exactly one. */
    @Nullable
    CheckKey onlyTarget() {
        CheckKey found = null;
        int count = 0;
        for (CheckKey key : values.keySet()) {
            if (key.isTarget()) {
                found = key;
                count++;
            }
        }
        if (count != 1) {
            String name = prefix.substring(0, prefix.length() - 1);
            problems.add(new Problem(
                    name,
                    values.keySet().size() + " keys",
                    "one of .tcp .url .datasource .disk .deadlock .request-pool .application"));
            return null;
        }
        return found;
    }

    /** Lowest and highest status. */
    int[] statuses() {
        String text = text(CheckKey.STATUS);
        String low = text.length() == 7 && text.charAt(3) == '-' ? text.substring(0, 3) : text;
        String high = text.length() == 7 ? text.substring(4) : low;
        if (isStatus(low) && isStatus(high) && low.compareTo(high) <= 0) {
            return new int[] {Integer.parseInt(low), Integer.parseInt(high)};
        }
        bad(CheckKey.STATUS);
        return NO_STATUSES;
    }

    private static boolean isStatus(String text) {
        return text.length() == 3 && Durations.isInteger(text) && text.charAt(0) >= '1' && text.charAt(0) <= '5';
    }

    CheckSettings settings(String name, CheckTarget target) {
        return new CheckSettings(
                name,
                target,
                duration(CheckKey.INTERVAL, 100, 3_600_000),
                duration(CheckKey.TIMEOUT, 10, 300_000),
                number(CheckKey.RISE),
                number(CheckKey.FALL),
                affectsReadiness());
    }

    private Duration duration(CheckKey key, long minMillis, long maxMillis) {
        Duration duration = Durations.parse(text(key));
        if (duration == null || duration.toMillis() < minMillis || duration.toMillis() > maxMillis) {
            bad(key);
            return Duration.ofMillis(minMillis);
        }
        return duration;
    }

    private int number(CheckKey key) {
        String text = text(key);
        int number = Durations.isInteger(text) && text.length() <= 3 ? Integer.parseInt(text) : 0;
        if (number < 1 || number > 100) {
            bad(key);
            return 1;
        }
        return number;
    }

    private boolean affectsReadiness() {
        String text = text(CheckKey.AFFECTS);
        if (!text.equals("readiness") && !text.equals("nothing")) {
            bad(CheckKey.AFFECTS);
        }
        return text.equals("readiness");
    }
}
