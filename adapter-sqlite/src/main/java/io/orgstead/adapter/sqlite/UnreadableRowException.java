package io.orgstead.adapter.sqlite;

import java.sql.SQLException;

/**
 * A row is not what this program writes, so that no domain value can be made of it: somebody changed it past the program.
 * The message names the row and what is wrong with it, and quotes no more of it. It is an {@link SQLException}, so that
 * it becomes what every failure of the store becomes.
 */
final class UnreadableRowException extends SQLException {

    private static final long serialVersionUID = 1L;

    UnreadableRowException(String table, String id, RuntimeException cause) {
        super(table + " holds a row that cannot be read, id " + id + ": " + cause.getMessage(), cause);
    }
}
