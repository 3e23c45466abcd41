package io.orgstead.adapter.sqlite;

/**
 * Every statement on which table of a file is which, on the register's own file as on any other. Each finds its rows
 * through an index.
 */
final class TableSql {

    static final String FIND_NAME = "SELECT name FROM tenant_collections WHERE incarnation = ?";

    static final String ADD = "INSERT INTO tenant_collections (name, incarnation) VALUES (?, ?)";

    static final String RENAME = "UPDATE tenant_collections SET name = ? WHERE incarnation = ?";

    static final String REMOVE = "DELETE FROM tenant_collections WHERE incarnation = ?";

    /** Asks SQLite's own dictionary, where {@code sqlite_schema} would have to be searched from end to end. */
    static final String IS_NAME_IN_USE = """
            SELECT 1 FROM pragma_table_xinfo(?1) UNION ALL SELECT 1 FROM pragma_index_xinfo(?1) LIMIT 1""";

    static final String IS_TABLE = "SELECT 1 FROM pragma_table_xinfo(?) LIMIT 1";

    private TableSql() {}
}
