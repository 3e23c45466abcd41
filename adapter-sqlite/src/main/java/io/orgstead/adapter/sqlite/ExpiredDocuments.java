package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.indexkeys.KeyBytes;
import io.orgstead.indexkeys.KeyRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Removes documents by the dates in their indexes. Looks only into files that have had such an index, and there only at entries
 * that have expired. Each call begins with another file, so that none is left out for long when there is much to do.
 */
final class ExpiredDocuments {

    private static final String ENTER = "INSERT OR IGNORE INTO expiring_files (file) VALUES (?)";
    private static final String ENTER_OWN =
            "UPDATE tenant_collections SET expires = 1 WHERE incarnation = ? AND model = 'database'";
    private static final String FILES = "SELECT file FROM expiring_files ORDER BY file";
    private static final String OWN_FILES = """
            SELECT incarnation FROM tenant_collections WHERE model = 'database' AND phase = 'there' AND expires
            AND incarnation > ? ORDER BY incarnation LIMIT ?""";
    private static final String EXPIRING = """
            SELECT t.name AS table_name, i.incarnation, i.name, i.definition, i.multikey
            FROM document_indexes AS i JOIN tenant_collections AS t ON t.incarnation = i.incarnation
            LEFT JOIN document_changes AS c ON c.incarnation = i.incarnation
            WHERE i.expires AND c.closed_version IS NULL""";

    /** How many of the files that organizations have for themselves are looked into in one call. */
    private static final int MOST_OWN_FILES = 500;

    /** How many documents are removed in one transaction, so that others get their turn. */
    private static final int CHUNK = 500;

    private final TenantData data;
    private final int mostOwnFiles;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<String> lastOwn = new AtomicReference<>("");

    ExpiredDocuments(TenantData data) {
        this(data, MOST_OWN_FILES);
    }

    /**
     * The same with another limit.
     *
     * @param mostOwnFiles how many files of organizations' own are looked into in one call
     */
    ExpiredDocuments(TenantData data, int mostOwnFiles) {
        this.data = data;
        this.mostOwnFiles = mostOwnFiles;
    }

    /** From now on the file is looked into. */
    void enter(CollectionIncarnation incarnation, Optional<TenantFileId> file) {
        data.register()
                .write(session -> file.isPresent() && file.get() instanceof TenantFileId.Own
                        ? session.update(ENTER_OWN, incarnation.value())
                        : session.update(ENTER, FileNumbers.of(file)));
    }

    /** An index by which documents expire, and whose it is. */
    private record Expiring(String table, CollectionIncarnation incarnation, StoredIndex index) {

        static Expiring read(ResultSet row) throws SQLException {
            return new Expiring(
                    row.getString("table_name"),
                    new CollectionIncarnation(row.getString("incarnation")),
                    StoredIndex.read(row));
        }

        DocumentTable table(Session session) {
            return new DocumentTable(session, table, incarnation);
        }

        /** The entries of dates from which on the time has passed. */
        KeyRange range(Instant now) {
            Instant last = now.minus(index.definition().expireAfter().orElseThrow());
            Value date = new Value.Date(Millis.of(last));
            return new KeyRange(index.name(), KeyBytes.ofClass(date), KeyBytes.behind(KeyBytes.of(date)));
        }
    }

    int remove(Instant now, int limit) {
        List<Optional<TenantFileId>> files = new ArrayList<>(data.register()
                .read(session -> session.findAll(row -> FileNumbers.file(row.getInt(1)), FILES)));
        files.addAll(nextOwn());
        if (!files.isEmpty()) {
            Collections.rotate(files, -Math.floorMod(calls.getAndIncrement(), files.size()));
        }
        int removed = 0;
        for (Optional<TenantFileId> file : files) {
            List<Expiring> indexes = data.readFile(file, session -> session.findAll(Expiring::read, EXPIRING))
                    .orElse(List.of());
            for (Expiring index : indexes) {
                int more;
                do {
                    int most = Math.min(CHUNK, limit - removed);
                    more = most == 0
                            ? 0
                            : data.writeFile(file, session -> remove(session, index, now, most))
                                    .orElse(0);
                    removed += more;
                } while (more > 0);
            }
        }
        return removed;
    }

    /** Each call takes others, so that all have their turn where there are many. */
    private List<Optional<TenantFileId>> nextOwn() {
        List<CollectionIncarnation> own = data.register()
                .read(session -> session.findAll(
                        row -> new CollectionIncarnation(row.getString(1)), OWN_FILES, lastOwn.get(), mostOwnFiles));
        lastOwn.set(own.size() < mostOwnFiles ? "" : own.get(own.size() - 1).value());
        return own.stream()
                .map(incarnation -> Optional.<TenantFileId>of(TenantFileId.ownOf(incarnation)))
                .toList();
    }

    /** What was found before is looked up again: the index, its table, and each document's entries. */
    private static int remove(Session session, Expiring expiring, Instant now, int most) throws SQLException {
        Optional<Expiring> still = session.findAll(Expiring::read, EXPIRING).stream()
                .filter(other -> other.incarnation().equals(expiring.incarnation())
                        && other.index().definition().equals(expiring.index().definition()))
                .findFirst();
        if (still.isEmpty()) {
            return 0;
        }
        DocumentTable table = still.get().table(session);
        if (!table.open()) {
            return 0;
        }
        DocumentChanges changes = new DocumentChanges(table);
        int removed = 0;
        for (String id : table.indexes().find(still.get().range(now), most)) {
            List<Document> found = new ArrayList<>();
            table.find(id, (document, length) -> found.add(document));
            for (Document document : found) {
                changes.expire(document);
                removed++;
            }
        }
        return removed;
    }
}
