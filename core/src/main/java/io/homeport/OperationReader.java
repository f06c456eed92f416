package io.homeport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Reads how the node is run. Runs before the application does, so it stays clear of lambdas. */
final class OperationReader {
    private final ConfigurationReader reader;
    private final List<Problem> problems;

    OperationReader(ConfigurationReader reader, List<Problem> problems) {
        this.reader = reader;
        this.problems = problems;
    }

    OperationSettings read() {
        String max = reader.text(Key.SESSION_MAX);
        return new OperationSettings(
                max.equals("unlimited") ? Sessions.UNLIMITED : reader.integer(Key.SESSION_MAX, 1, 999_999_999),
                reader.duration(Key.STOP_NOTICE, 0, 3_600_000),
                reader.text(Key.HOLD_FILE),
                roleLock(),
                reader.duration(Key.ROLE_LOCK_LEASE, 1_000, 300_000));
    }

    private String roleLock() {
        String lock = reader.text(Key.ROLE_LOCK);
        if (!lock.isEmpty() && !lock.startsWith("file:") && !lock.startsWith("jdbc:") && !isRedis(lock)) {
            problems.add(Key.ROLE_LOCK.problem(lock));
        }
        return lock;
    }

    private static boolean isRedis(String lock) {
        try {
            return lock.startsWith("redis://") && new URI(lock).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
