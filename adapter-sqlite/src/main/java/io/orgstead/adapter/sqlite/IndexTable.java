package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.indexkeys.KeyRange;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The indexes of one organization's documents: what they are, and the table with an entry for everything that a document has
 * for one. That table is the one that all share, or made with the first index and named by the incarnation, so that renames do
 * not touch it. For use
 * within a transaction.
 */
final class IndexTable {

    private final Session session;
    private final CollectionIncarnation incarnation;
    private final TenantRows rows;

    IndexTable(Session session, CollectionIncarnation incarnation) {
        this.session = session;
        this.incarnation = incarnation;
        this.rows = Incarnations.model(incarnation) == IsolationModel.SHARED
                ? TenantRows.shared(session, SharedTables.ENTRIES, incarnation.value())
                : TenantRows.own(session, "index_" + incarnation.value());
    }

    /** All indexes, by name. */
    List<StoredIndex> list() throws SQLException {
        return session.findAll(StoredIndex::read, DataSql.INDEXES, incarnation.value());
    }

    /** Enters an index, without the documents' entries. */
    void add(IndexDefinition index) throws SQLException {
        if (!rows.isShared()) {
            session.execute("CREATE TABLE IF NOT EXISTS " + rows.ownTable()
                    + " (name TEXT NOT NULL, key BLOB NOT NULL, id TEXT NOT NULL, PRIMARY KEY (name, key, id))"
                    + " STRICT, WITHOUT ROWID");
        }
        session.update(
                DataSql.ADD_INDEX,
                incarnation.value(),
                index.name(),
                StoredIndex.toText(index),
                index.expireAfter().isPresent() ? 1 : 0);
    }

    /** Removes an index with its entries. */
    boolean drop(String name) throws SQLException {
        if (session.update(DataSql.REMOVE_INDEX, incarnation.value(), name) == 0) {
            return false;
        }
        if (!rows.isShared() && list().isEmpty()) {
            session.execute("DROP TABLE " + rows.ownTable());
        } else {
            rows.delete("name = ?", name);
        }
        return true;
    }

    /** Removes everything but entries in a shared table: the documents go too. */
    void dropAll() throws SQLException {
        session.update(DataSql.REMOVE_INDEXES, incarnation.value());
        if (!rows.isShared()) {
            session.execute("DROP TABLE IF EXISTS " + rows.ownTable());
        }
    }

    /**
     * Puts a document's entries in the place of its former ones.
     *
     * @param before what the document was; empty if it is new
     * @param after what it is now; empty if it is being removed
     * @return the unique index that another document's entries are in the way of; then not all is done
     */
    Optional<String> change(StoredIndex index, Optional<Document> before, Optional<Document> after)
            throws SQLException, StoredIndex.ParallelArraysException {
        Set<Bytes> old = before.isPresent() ? index.entriesOf(before.get()) : Set.of();
        Set<Bytes> fresh = after.isPresent() ? index.entriesOf(after.get()) : Set.of();
        Value id = before.or(() -> after).orElseThrow().id();
        String stored = StoredDocument.id(id);
        for (Bytes entry : old) {
            if (!fresh.contains(entry)) {
                rows.delete("name = ? AND key = ? AND id = ?", index.name(), entry.toArray(), stored);
            }
        }
        for (Bytes entry : fresh) {
            if (!old.contains(entry)) {
                if (index.definition().unique() && isTaken(index.name(), entry)) {
                    return Optional.of(index.name());
                }
                rows.insert("name, key, id", index.name(), entry.toArray(), stored);
            }
        }
        if (fresh.size() > 1) {
            session.update(DataSql.MARK_MULTIKEY, incarnation.value(), index.name());
        }
        return Optional.empty();
    }

    private boolean isTaken(String name, Bytes entry) throws SQLException {
        return rows.exists("name = ? AND key = ?", name, entry.toArray());
    }

    /**
     * The ids of documents with an entry in a range, as they are in the column of ids.
     *
     * @param limit the most to find
     */
    Set<String> find(KeyRange range, int limit) throws SQLException {
        Set<String> found = new LinkedHashSet<>();
        rows.forEach(
                row -> found.add(row.getString(1)) ? found.size() < limit : true,
                search(),
                range.index(),
                range.from(),
                range.before());
        return found;
    }

    /** The statement that searches a range. */
    String search() {
        return rows.select("id", "name = ? AND key >= ? AND key < ?", " ORDER BY key");
    }
}
