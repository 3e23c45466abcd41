package io.orgstead.adapter.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes an object of the row that a result set is on. */
@FunctionalInterface
interface RowReader<T> {

    T read(ResultSet row) throws SQLException;
}
