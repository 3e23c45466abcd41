package io.orgstead.adapter.sqlite;

/** Every statement on what is known of the documents in a file beside themselves. Each finds its rows through an index. */
final class DataSql {

    static final String FIND_TABLE = "SELECT name FROM tenant_collections WHERE incarnation = ?";

    /** On the register, where tables in other files are entered too. */
    static final String FIND_TABLE_HERE = "SELECT name FROM tenant_collections WHERE incarnation = ? AND file IS NULL";

    static final String USAGE = "SELECT documents, bytes, other_marker FROM document_usage WHERE incarnation = ?";

    static final String ADD_USAGE =
            "INSERT INTO document_usage (documents, bytes, other_marker, incarnation) VALUES (?, ?, ?, ?)";

    static final String CHANGE_USAGE =
            "UPDATE document_usage SET documents = documents + ?, bytes = bytes + ? WHERE incarnation = ?";

    static final String REMOVE_USAGE = "DELETE FROM document_usage WHERE incarnation = ?";

    static final String INDEXES =
            "SELECT name, definition, multikey FROM document_indexes WHERE incarnation = ? ORDER BY name";

    static final String ADD_INDEX = """
            INSERT INTO document_indexes (incarnation, name, definition, multikey, expires) VALUES (?, ?, ?, 0, ?)""";

    static final String MARK_MULTIKEY =
            "UPDATE document_indexes SET multikey = 1 WHERE incarnation = ? AND name = ? AND multikey = 0";

    static final String REMOVE_INDEX = "DELETE FROM document_indexes WHERE incarnation = ? AND name = ?";

    static final String REMOVE_INDEXES = "DELETE FROM document_indexes WHERE incarnation = ?";

    private DataSql() {}
}
