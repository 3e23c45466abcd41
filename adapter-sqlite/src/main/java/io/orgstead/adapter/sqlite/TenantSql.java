package io.orgstead.adapter.sqlite;

/** Every statement on the register of the organizations' tables. Each finds its rows through an index. */
final class TenantSql {

    static final String FIND = "SELECT incarnation FROM tenant_collections WHERE name = ?";

    static final String FIND_STAGED = "SELECT name, incarnation FROM tenant_collections WHERE staged_for = ?";

    /** The comparison is the column's, which is the one of tables' names. */
    static final String FIND_PLACE =
            "SELECT name, staged_for, name = ? AS there FROM tenant_collections WHERE incarnation = ?";

    static final String IS_AT = "SELECT 1 FROM tenant_collections WHERE name = ? AND incarnation = ?";

    /** The comparison makes SQLite search the index instead of going through it. */
    static final String LIST_STAGED =
            "SELECT staged_for FROM tenant_collections WHERE staged_for > '' ORDER BY staged_for LIMIT ?";

    static final String ADD =
            "INSERT INTO tenant_collections (name, incarnation, staged_for, created_at) VALUES (?, ?, ?, ?)";

    static final String MOVE = "UPDATE tenant_collections SET name = ?, staged_for = NULL WHERE incarnation = ?";

    static final String REMOVE = "DELETE FROM tenant_collections WHERE name = ?";

    /** Random, and so never the same again, not even in a store that was put back from a copy. */
    static final String NEW_INCARNATION = "SELECT lower(hex(randomblob(16)))";

    /** Asks SQLite's own dictionary, where {@code sqlite_schema} would have to be searched from end to end. */
    static final String IS_NAME_IN_USE = """
            SELECT 1 FROM pragma_table_xinfo(?1) UNION ALL SELECT 1 FROM pragma_index_xinfo(?1) LIMIT 1""";

    static final String IS_TABLE = "SELECT 1 FROM pragma_table_xinfo(?) LIMIT 1";

    private TenantSql() {}
}
