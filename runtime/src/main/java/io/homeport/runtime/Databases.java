package io.homeport.runtime;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether a database answers on a connection. */
final class Databases {
    private Databases() {}

    static Seen seen(Connection connection, int seconds) throws SQLException {
        try (connection) {
            return connection.isValid(seconds) ? Seen.up("connection is valid") : Seen.down("connection is not valid");
        }
    }
}
