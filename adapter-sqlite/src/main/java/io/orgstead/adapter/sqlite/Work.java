package io.orgstead.adapter.sqlite;

import java.sql.SQLException;

/** What is done with a connection, in one transaction where it writes. */
@FunctionalInterface
interface Work<T> {

    T run(Session session) throws SQLException;
}
