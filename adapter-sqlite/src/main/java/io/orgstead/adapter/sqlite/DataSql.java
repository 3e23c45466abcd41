package io.orgstead.adapter.sqlite;

/** Every statement on what is known of the documents in a file beside themselves. Each finds its rows through an index. */
final class DataSql {

    static final String FIND_TABLE = "SELECT name FROM tenant_collections WHERE incarnation = ?";

    /** On the register, where tables in other files are entered too. */
    static final String FIND_TABLE_HERE = "SELECT name FROM tenant_collections WHERE incarnation = ? AND file IS NULL";

    /**
     * With what is to be known before anything is changed. Whether changes are noted goes by SQLite's clock, and for a minute longer than it is asked for: clocks differ, and a write
     * takes its time.
     */
    static final String USAGE = """
            SELECT documents, bytes, other_marker, watched_until, closed_version,
                unixepoch('now', 'subsec') * 1000 - 60000 < watched_until AS watched
            FROM document_usage LEFT JOIN document_changes USING (incarnation) WHERE incarnation = ?""";

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

    static final String WATCH = """
            INSERT INTO document_changes (incarnation, watched_until) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET watched_until = excluded.watched_until""";

    static final String UNWATCH = "UPDATE document_changes SET watched_until = NULL WHERE incarnation = ?";

    static final String CLOSE = """
            INSERT INTO document_changes (incarnation, closed_version) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET closed_version = max(excluded.closed_version, coalesce(closed_version, 0))""";

    static final String REOPEN =
            "UPDATE document_changes SET closed_version = NULL WHERE incarnation = ? AND closed_version <= ?";

    static final String REMOVE_CHANGES = "DELETE FROM document_changes WHERE incarnation = ?";

    static final String NOTE_CHANGE = "INSERT OR IGNORE INTO changed_documents (incarnation, id) VALUES (?, ?)";

    static final String NOTED = "SELECT id FROM changed_documents WHERE incarnation = ? LIMIT ?";

    static final String REMOVE_NOTE = "DELETE FROM changed_documents WHERE incarnation = ? AND id = ?";

    static final String REMOVE_NOTES = "DELETE FROM changed_documents WHERE incarnation = ?";

    private DataSql() {}
}
