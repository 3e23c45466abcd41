package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.InvalidValueException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes an object of the row that a result set is on. */
@FunctionalInterface
interface RowReader<T> {

    T read(ResultSet row) throws SQLException;

    /**
     * The same, for rows of which domain values are made.
     *
     * @param table what to call the table in the {@link UnreadableRowException} that a row which breaks a rule becomes
     * @param id the column that tells the row from others
     */
    static <T> RowReader<T> strict(String table, String id, RowReader<T> reader) {
        return row -> {
            try {
                return reader.read(row);
            } catch (InvalidValueException | IllegalArgumentException | NullPointerException e) {
                throw new UnreadableRowException(table, row.getString(id), e);
            }
        };
    }
}
