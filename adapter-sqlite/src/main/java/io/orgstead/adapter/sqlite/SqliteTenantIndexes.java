package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.port.TenantIndexes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The indexes of the organizations' documents, in tables beside those of the documents. */
final class SqliteTenantIndexes implements TenantIndexes {

    private final TenantData data;
    private final ExpiredDocuments expired;

    SqliteTenantIndexes(TenantData data) {
        this.data = data;
        this.expired = new ExpiredDocuments(data);
    }

    @Override
    public List<IndexDefinition> list(TenantScope scope) {
        return data.read(scope, table -> definitions(table.indexes().list()));
    }

    private static List<IndexDefinition> definitions(List<StoredIndex> indexes) {
        return indexes.stream().map(StoredIndex::definition).toList();
    }

    @Override
    public IndexOutcome create(TenantScope scope, IndexDefinition index, int limit) {
        if (index.expireAfter().isPresent()) {
            // Beforehand: an entry too many does no harm, one too few would.
            expired.enter(scope.incarnation(), data.fileOf(scope));
        }
        try {
            return data.change(scope, data.deadline(TenantData.PATIENCE), table -> create(table, index, limit));
        } catch (UndoneException e) {
            return e.outcome(IndexOutcome.class);
        }
    }

    private static IndexOutcome create(DocumentTable table, IndexDefinition index, int limit) throws SQLException {
        List<IndexDefinition> present = definitions(table.indexes().list());
        if (present.contains(index)) {
            return IndexOutcome.PRESENT;
        }
        boolean conflicts = present.stream()
                .anyMatch(other ->
                        other.name().equals(index.name()) || other.keys().equals(index.keys()));
        if (conflicts || isIdAlone(index)) {
            return IndexOutcome.CONFLICTS;
        }
        if (present.size() >= limit) {
            return IndexOutcome.QUOTA_REACHED;
        }
        build(table, index);
        return IndexOutcome.PRESENT;
    }

    /** The one on the {@code _id} is always there. */
    private static boolean isIdAlone(IndexDefinition index) {
        return index.keys().size() == 1 && index.keys().get(0).path().equals(FieldPath.ID);
    }

    private static void build(DocumentTable table, IndexDefinition index) throws SQLException {
        IndexTable entries = table.indexes();
        entries.add(index);
        StoredIndex made = new StoredIndex(index, false);
        table.forEach((document, length) -> {
            try {
                if (entries.change(made, Optional.empty(), Optional.of(document))
                        .isPresent()) {
                    throw new UndoneException(IndexOutcome.DUPLICATES);
                }
                return true;
            } catch (StoredIndex.ParallelArraysException e) {
                throw new UndoneException(IndexOutcome.PARALLEL_ARRAYS);
            }
        });
    }

    @Override
    public boolean drop(TenantScope scope, String name) {
        return data.change(
                scope,
                data.deadline(TenantData.PATIENCE),
                table -> table.indexes().drop(name));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return expired.remove(now, limit);
    }
}
