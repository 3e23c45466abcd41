package io.orgstead.adapter.sqlite;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one organization in a table, which is its own or one that it shares with others. All statements on rows of
 * documents and of their indexes' entries are made here, and here alone: each is of the tenant where the table is shared. For use
 * within a transaction.
 */
final class TenantRows {

    /** The end of the columns of a new row in a shared table. */
    static final String ROW_OF_TENANT = ", " + SharedTables.TENANT + ") VALUES";

    private final Session session;
    private final String table;
    private final Optional<String> tenant;

    private TenantRows(Session session, String table, Optional<String> tenant) {
        this.session = session;
        this.table = table;
        this.tenant = tenant;
    }

    /** All rows of a table, which holds those of one organization only. */
    static TenantRows own(Session session, String name) {
        return new TenantRows(session, TenantTable.quoted(name), Optional.empty());
    }

    /** The rows of one tenant in a shared table. */
    static TenantRows shared(Session session, String table, String tenant) {
        return new TenantRows(session, table, Optional.of(tenant));
    }

    boolean isShared() {
        return tenant.isPresent();
    }

    /** The table itself, quoted: for those who make, index or drop one that is an organization's own. */
    String ownTable() {
        if (isShared()) {
            throw new IllegalStateException("the table is not the organization's own");
        }
        return table;
    }

    /**
     * A query for some rows.
     *
     * @param condition of the rows; empty for all
     * @param rest what follows, such as the order
     */
    String select(String columns, String condition, String rest) {
        return "SELECT " + columns + " FROM " + table + where(condition) + rest;
    }

    boolean exists(String condition, Object... values) throws SQLException {
        return session.exists(select("1", condition, " LIMIT 1"), with(values));
    }

    <T> Optional<T> findOne(RowReader<T> reader, String columns, String condition, Object... values)
            throws SQLException {
        return session.findOne(reader, select(columns, condition, ""), with(values));
    }

    /** Goes through rows by a query that {@link #select} gave, for as long as the consumer says true. */
    void forEach(RowReader<Boolean> consumer, String query, Object... values) throws SQLException {
        session.forEach(consumer, query, with(values));
    }

    void insert(String columns, Object... values) throws SQLException {
        String places = String.join(", ", Collections.nCopies(values.length, "?"));
        session.update(
                "INSERT INTO " + table + " (" + columns
                        + (isShared() ? ROW_OF_TENANT + " (" + places + ", ?)" : ") VALUES (" + places + ")"),
                with(values));
    }

    /**
     * Changes rows.
     *
     * @param values those to set, and then those of the condition
     */
    void update(String columns, String condition, Object... values) throws SQLException {
        session.update("UPDATE " + table + " SET " + columns + where(condition), with(values));
    }

    int delete(String condition, Object... values) throws SQLException {
        return session.update("DELETE FROM " + table + where(condition), with(values));
    }

    /** The tenant comes last, so that every other value keeps its place. */
    private String where(String condition) {
        if (!isShared()) {
            return condition.isEmpty() ? "" : " WHERE " + condition;
        }
        return " WHERE " + (condition.isEmpty() ? "" : '(' + condition + ") AND ") + SharedTables.CONDITION;
    }

    private @Nullable Object[] with(Object... values) {
        if (tenant.isEmpty()) {
            return values;
        }
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = tenant.get();
        return all;
    }
}
