package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.StoreDiagnosis;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks into the store's databases. Which indexes there ought to be is asked of new databases with the same schemas. Those
 * that SQLite makes for {@code UNIQUE} cannot be dropped, and so not be missing.
 */
final class SqliteStoreDiagnosis implements StoreDiagnosis {

    private static final String LIST_INDEXES = """
            SELECT tbl_name, name, sql FROM sqlite_schema
            WHERE type = 'index' AND sql IS NOT NULL ORDER BY tbl_name, name""";

    private static final String NOW = "SELECT CAST(round(unixepoch('subsec') * 1000) AS INTEGER)";

    /** Goes through the whole register: for now and then. */
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE model <> 'shared') + (count(*) FILTER (WHERE model = 'shared') > 0)
            FROM tenant_collections""";

    private final SqliteStore store;

    SqliteStoreDiagnosis(SqliteStore store) {
        this.store = store;
    }

    @Override
    public List<String> missingIndexes() {
        return Stream.concat(
                        missing(store.master(), Schemas.MASTER).stream(),
                        missing(store.tenants(), Schemas.TENANTS).stream())
                .toList();
    }

    private static List<String> missing(Database database, Schema schema) {
        List<Index> existing = database.read(SqliteStoreDiagnosis::indexes);
        return needed(schema).stream()
                .filter(index -> !existing.contains(index))
                .map(index -> index.name() + " on " + index.table())
                .toList();
    }

    private static List<Index> needed(Schema schema) {
        try (Session blank = Connector.inMemory().openWriter()) {
            schema.migrate(blank);
            return indexes(blank);
        } catch (SQLException | IOException e) {
            throw new StoreUnavailableException(e);
        }
    }

    private static List<Index> indexes(Session session) throws SQLException {
        return session.findAll(
                row -> new Index(row.getString("tbl_name"), row.getString("name"), row.getString("sql")), LIST_INDEXES);
    }

    /** An index as it was made. */
    private record Index(String table, String name, String sql) {}

    @Override
    public Instant time() {
        return Instant.ofEpochMilli(store.master().read(session -> Long.parseLong(session.ask(NOW))));
    }

    /** Tables, wherever they are. Organizations that share one have one together. */
    @Override
    public long countCollections() {
        return store.tenants().read(session -> Long.parseLong(session.ask(COUNT)));
    }
}
