package io.orgstead.adapter.sqlite;

/** Every statement on the register of the organizations' collections. Each finds its rows through an index. */
final class TenantSql {

    static final String FIND = "SELECT incarnation FROM tenant_collections WHERE name = ? AND model = 'collection'";

    static final String FIND_STAGED = """
            SELECT name, incarnation, staged_for, file, phase, 0 AS there FROM tenant_collections
            WHERE staged_for = ?""";

    /** The comparison is the column's, which is the one of tables' names. */
    static final String FIND_ENTRY = """
            SELECT name, incarnation, staged_for, file, phase, name = ? AS there FROM tenant_collections
            WHERE incarnation = ?""";

    /** The comparison makes SQLite search the index instead of going through it. */
    static final String LIST_STAGED =
            "SELECT staged_for FROM tenant_collections WHERE staged_for > '' ORDER BY staged_for";

    static final String ADD = """
            INSERT INTO tenant_collections (name, incarnation, staged_for, created_at, file, model, phase)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    static final String MOVE = "UPDATE tenant_collections SET name = ?, staged_for = NULL WHERE incarnation = ?";

    static final String CHANGE_PHASE = "UPDATE tenant_collections SET phase = ? WHERE incarnation = ?";

    static final String REMOVE_GOING = "DELETE FROM tenant_collections WHERE incarnation = ? AND phase = 'going'";

    /** Random, and so never the same again, not even in a store that was put back from a copy. */
    static final String NEW_INCARNATION = "SELECT lower(hex(randomblob(16)))";

    static final String ADD_FILE = "INSERT OR IGNORE INTO tenant_files (file) VALUES (?)";

    private TenantSql() {}
}
