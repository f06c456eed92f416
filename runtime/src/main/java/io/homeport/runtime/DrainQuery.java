package io.homeport.runtime;

import io.homeport.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the query of {@code POST /node/drain} says, as in {@code wait=10m&websockets=30s&connections=10s}. */
final class DrainQuery {
    private Duration wait = Duration.ofMinutes(10);
    private Duration webSockets = Duration.ofSeconds(30);
    private Duration connections = Duration.ofSeconds(10);
    private @Nullable String problem;

    DrainQuery(@Nullable CharSequence query) {
        for (String part : String.valueOf(query == null ? "" : query).split("&", -1)) {
            if (!part.isEmpty()) {
                read(part);
            }
        }
    }

    private void read(String part) {
        int equals = part.indexOf('=');
        Duration given = Durations.parse(part.substring(equals + 1));
        String name = equals < 0 ? part : part.substring(0, equals);
        if (given == null) {
            problem = part + " (expected: a duration such as 30s)";
        } else if (name.equals("wait")) {
            wait = given;
        } else if (name.equals("websockets")) {
            webSockets = given;
        } else if (name.equals("connections")) {
            connections = given;
        } else {
            problem = part + " (expected: wait, websockets or connections)";
        }
    }

    /** What is wrong with the query, null for nothing. */
    @Nullable
    String problem() {
        return problem;
    }

    Drain.Wish wish() {
        return new Drain.Wish(wait, webSockets, connections);
    }
}
