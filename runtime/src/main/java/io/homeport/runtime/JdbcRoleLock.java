package io.homeport.runtime;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A row of a database. No clock is compared with another's: the holder counts the row's beat up, and who sees the same beat for
 * as long as a lock lives, by the own clock, takes the row. Plain SQL, as H2, PostgreSQL, MySQL and MariaDB take it.
 */
final class JdbcRoleLock implements RoleLock {
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS homeport_role (node VARCHAR(32) PRIMARY KEY,"
            + " holder VARCHAR(80) NOT NULL, fence BIGINT NOT NULL, beat BIGINT NOT NULL)";
    /** The beat of a row that has been given up. */
    private static final long FREE = -1;

    private record Row(long fence, long beat) {}

    private final Drivers drivers;
    private final LockHolder holder;
    private final LongSupplier nanos;
    private @Nullable Connection connection;
    private @Nullable Row seen;
    private long seenAt;
    private long fence;

    JdbcRoleLock(Drivers drivers, LockHolder holder, LongSupplier nanos) {
        this.drivers = drivers;
        this.holder = holder;
        this.nanos = nanos;
    }

    @Override
    public long hold() throws IOException {
        try {
            if (fence != NOT_HELD && renew() != 1) {
                fence = NOT_HELD;
            }
            return fence == NOT_HELD ? take() : fence;
        } catch (SQLException e) {
            close();
            throw new IOException(e.toString(), e);
        }
    }

    private long take() throws SQLException {
        Row row = read();
        if (row == null) {
            insert();
            row = read();
        }
        if (row == null) {
            return NOT_HELD;
        }
        if (!row.equals(seen)) {
            seen = row;
            seenAt = nanos.getAsLong();
        }
        boolean free =
                row.beat == FREE || nanos.getAsLong() - seenAt >= holder.times().life() * 1_000_000;
        if (free && update(row.fence + 1, 0, row) == 1) {
            fence = row.fence + 1;
        }
        return fence;
    }

    private int renew() throws SQLException {
        return execute(
                "UPDATE homeport_role SET beat = beat + 1 WHERE node = ? AND holder = ? AND fence = ?",
                holder.node(),
                holder.name(),
                fence);
    }

    private int update(long nextFence, long nextBeat, Row row) throws SQLException {
        return execute(
                "UPDATE homeport_role SET holder = ?, fence = ?, beat = ? WHERE node = ? AND fence = ? AND beat = ?",
                holder.name(),
                nextFence,
                nextBeat,
                holder.node(),
                row.fence,
                row.beat);
    }

    /** The row of the node; another instance may be first. */
    private void insert() {
        try {
            execute(
                    "INSERT INTO homeport_role (node, holder, fence, beat) VALUES (?, ?, ?, ?)",
                    holder.node(),
                    holder.name(),
                    0L,
                    FREE);
        } catch (SQLException e) {
            // Then the row is there, or the next reading says what is wrong.
            seen = null;
        }
    }

    private @Nullable Row read() throws SQLException {
        try (PreparedStatement query =
                connection().prepareStatement("SELECT fence, beat FROM homeport_role WHERE node = ?")) {
            query.setQueryTimeout(seconds());
            query.setString(1, holder.node());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? new Row(rows.getLong(1), rows.getLong(2)) : null;
            }
        }
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection().prepareStatement(sql)) {
            update.setQueryTimeout(seconds());
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private int seconds() {
        return Math.max(1, holder.times().patience() / 1000);
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            Connection opened = drivers.connect();
            connection = opened;
            opened.setAutoCommit(true);
            makeTable(opened);
        }
        return connection;
    }

    /** Only where it is missing: a user who may use it need not be one who may make it. */
    private static void makeTable(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            if (!isThere(statement)) {
                statement.execute(TABLE);
            }
        }
    }

    private static boolean isThere(Statement statement) {
        try (ResultSet rows = statement.executeQuery("SELECT node FROM homeport_role WHERE fence < 0")) {
            return !rows.next();
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void release() throws IOException {
        if (fence == NOT_HELD) {
            return;
        }
        long held = fence;
        fence = NOT_HELD;
        try {
            execute(
                    "UPDATE homeport_role SET beat = ? WHERE node = ? AND holder = ? AND fence = ?",
                    FREE,
                    holder.node(),
                    holder.name(),
                    held);
        } catch (SQLException e) {
            close();
            throw new IOException(e.toString(), e);
        }
    }

    @Override
    public void close() throws IOException {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            throw new IOException(e.toString(), e);
        }
    }
}
