package io.homeport.runtime;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A key of a Redis server that lives as long as it is renewed, and beside it the number of the last holder. */
final class RedisRoleLock implements RoleLock {
    /** Takes the key where it is free, and counts its holders. */
    private static final String TAKE = """
        if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
          return redis.call('incr', KEYS[2])
        end
        return 0
        """;
    /** Keeps the key alive where it is ours. */
    private static final String RENEW = """
        if redis.call('get', KEYS[1]) == ARGV[1] then
          return redis.call('pexpire', KEYS[1], ARGV[2])
        end
        return 0
        """;

    private static final String RELEASE = """
        if redis.call('get', KEYS[1]) == ARGV[1] then
          return redis.call('del', KEYS[1])
        end
        return 0
        """;

    private final URI uri;
    private final LockHolder holder;
    private @Nullable RedisConnection connection;
    private long fence;

    RedisRoleLock(URI uri, LockHolder holder) {
        this.uri = uri;
        this.holder = holder;
    }

    @Override
    public long hold() throws IOException {
        if (fence != NOT_HELD && !run(RENEW).equals("1")) {
            fence = NOT_HELD;
        }
        if (fence == NOT_HELD) {
            fence = Long.parseLong(run(TAKE));
        }
        return fence;
    }

    @Override
    public void release() throws IOException {
        if (fence != NOT_HELD) {
            fence = NOT_HELD;
            run(RELEASE);
        }
    }

    private String run(String script) throws IOException {
        try {
            if (connection == null) {
                connection = RedisConnection.open(uri, holder.times().patience());
            }
            // The braces keep both keys in one slot of a cluster.
            String key = "homeport:{" + holder.node() + "}:";
            String life = String.valueOf(holder.times().life());
            return connection.call("EVAL", script, "2", key + "primary", key + "fence", holder.name(), life);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        RedisConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
