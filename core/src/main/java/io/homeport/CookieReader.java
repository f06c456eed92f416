package io.homeport;

import java.time.Duration;

/** Reads the {@code affinity.cookie} keys. */
final class CookieReader {
    private final ConfigurationReader reader;

    CookieReader(ConfigurationReader reader) {
        this.reader = reader;
    }

    AffinityCookie read() {
        return new AffinityCookie(
                reader.text(Key.COOKIE_NAME),
                reader.choice(Key.COOKIE_VALUE, "node", "session.node") == 1
                        ? AffinityCookie.Value.SESSION_AND_NODE
                        : AffinityCookie.Value.NODE,
                reader.text(Key.COOKIE_PATH),
                reader.text(Key.COOKIE_DOMAIN),
                secure(),
                reader.flag(Key.COOKIE_HTTP_ONLY),
                sameSite(),
                reader.choice(Key.COOKIE_PARTITIONED, "false", "true") == 1,
                maxAge());
    }

    private AffinityCookie.Secure secure() {
        return switch (reader.choice(Key.COOKIE_SECURE, "auto", "true", "false")) {
            case 1 -> AffinityCookie.Secure.ALWAYS;
            case 2 -> AffinityCookie.Secure.NEVER;
            default -> AffinityCookie.Secure.AUTO;
        };
    }

    private String sameSite() {
        return switch (reader.choice(Key.COOKIE_SAME_SITE, "unset", "Lax", "Strict", "None")) {
            case 1 -> "Lax";
            case 2 -> "Strict";
            case 3 -> "None";
            default -> "";
        };
    }

    private long maxAge() {
        if (reader.text(Key.COOKIE_MAX_AGE).equals("session")) {
            return AffinityCookie.SESSION;
        }
        Duration duration = reader.duration(Key.COOKIE_MAX_AGE, 1_000, 400L * 86_400_000);
        return duration.toSeconds();
    }
}
