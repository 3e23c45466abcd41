package io.orgstead.adapter.sqlite;

import java.sql.SQLException;

/**
 * The table of one organization: a document per row, as Extended JSON, under its {@code _id} as Extended JSON, so that
 * ids of different types never meet. Its columns belong to it alone, and its indexes are named by its incarnation: names
 * of indexes are shared by a whole database, and one after the table would be in the way of a later namesake.
 *
 * <p>Identifiers cannot be parameters of a statement. Whoever writes them into SQL has them quoted here.
 */
final class TenantTable {

    private final String quoted;

    private TenantTable(String name) {
        this.quoted = quoted(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static TenantTable named(String name) {
        return new TenantTable(name);
    }

    /** A table with row ids: documents may be large, which tables without do not take well. */
    void create(Session session) throws SQLException {
        session.execute("CREATE TABLE " + quoted + " (id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL) STRICT");
    }

    /** Changes the dictionary only: takes the same time however much is in the table. */
    void rename(Session session, String to) throws SQLException {
        session.execute("ALTER TABLE " + quoted + " RENAME TO " + named(to).quoted);
    }

    /** Gives the table's pages back one by one: a gigabyte takes somewhat under a second. */
    void drop(Session session) throws SQLException {
        session.execute("DROP TABLE " + quoted);
    }
}
