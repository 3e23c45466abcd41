package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterEvaluation;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.QueryRefusedException;
import io.orgstead.domain.port.TenantDocuments;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The organizations' documents, a row each in the organization's table. Every change is one transaction, so that there is
 * nothing interrupted to undo. Filters and orders are the domain's own, so what they mean is the same as everywhere; an index
 * only spares looking at what cannot be meant.
 */
final class SqliteTenantDocuments implements TenantDocuments {

    /** How many documents are removed in one transaction of {@link #deleteAll}, so that others get their turn. */
    private static final int CHUNK = 500;

    /** How many documents, and characters of them, {@link #scan} reads at a time. */
    private static final int SCANNED = 200;

    private static final long SCANNED_TEXT = 1024L * 1024;

    private final TenantData data;

    SqliteTenantDocuments(TenantData data) {
        this.data = data;
    }

    @Override
    public InsertOutcome insert(TenantScope scope, List<Document> documents, Quota quota) {
        Usage added = documents.stream()
                .map(document -> new Usage(1, DocumentSize.of(document)))
                .reduce(Usage.NONE, Usage::plus);
        try {
            return data.change(scope, data.deadline(), table -> insert(table, documents, added, quota));
        } catch (UndoneException e) {
            return e.outcome(InsertOutcome.class);
        }
    }

    private static InsertOutcome insert(DocumentTable table, List<Document> documents, Usage added, Quota quota)
            throws SQLException {
        if (!table.usage().plus(added).isWithin(quota)) {
            return new InsertOutcome.QuotaReached(table.usage());
        }
        insert(table, documents);
        table.changeUsage(added.documents(), added.bytes());
        return new InsertOutcome.Inserted();
    }

    private static void insert(DocumentTable table, List<Document> documents) throws SQLException {
        DocumentChanges changes = new DocumentChanges(table);
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            table.session().requireTime();
            if (table.isTaken(document.id())) {
                throw new UndoneException(new InsertOutcome.IdTaken(i));
            }
            Optional<Obstacle> obstacle = changes.insert(document);
            if (obstacle.isPresent()) {
                throw new UndoneException(obstacle.get().toInsert(i));
            }
        }
    }

    @Override
    public Optional<Document> findById(TenantScope scope, Value id) {
        return data.read(scope, table -> table.find(id));
    }

    @Override
    public DocumentPage find(TenantScope scope, DocumentQuery query) {
        return data.search(scope, data.deadline(), table -> new DocumentSearch(table).find(query));
    }

    @Override
    public long count(TenantScope scope, Filter filter) {
        if (filter.equals(Filter.all())) {
            return usage(scope).documents();
        }
        return data.search(scope, data.deadline(), table -> {
            long[] count = {0};
            new DocumentSearch(table).forEach(filter, (document, length) -> {
                count[0]++;
                return true;
            });
            return count[0];
        });
    }

    @Override
    public ReplaceOutcome replace(TenantScope scope, Document expected, Document replacement, Quota quota) {
        try {
            return data.change(scope, data.deadline(), table -> replace(table, expected, replacement, quota));
        } catch (UndoneException e) {
            return e.outcome(ReplaceOutcome.class);
        }
    }

    private static ReplaceOutcome replace(DocumentTable table, Document expected, Document replacement, Quota quota)
            throws SQLException {
        if (!isStill(table, expected)) {
            return new ReplaceOutcome.Stale();
        }
        long growth = DocumentSize.of(replacement) - DocumentSize.of(expected);
        if (growth > 0 && table.usage().bytes() + growth > quota.bytes()) {
            return new ReplaceOutcome.QuotaReached(table.usage());
        }
        Optional<Obstacle> obstacle = new DocumentChanges(table).replace(expected, replacement);
        if (obstacle.isPresent()) {
            throw new UndoneException(obstacle.get().toReplace());
        }
        return new ReplaceOutcome.Replaced();
    }

    private static boolean isStill(DocumentTable table, Document expected) throws SQLException {
        return table.find(expected.id()).equals(Optional.of(expected));
    }

    @Override
    public boolean delete(TenantScope scope, Document expected) {
        return data.change(scope, data.deadline(), table -> {
            boolean still = isStill(table, expected);
            if (still) {
                new DocumentChanges(table).delete(expected);
            }
            return still;
        });
    }

    /** What is found in one transaction is looked at again in the one that removes it. */
    @Override
    public long deleteAll(TenantScope scope, Filter filter) {
        Deadline deadline = data.deadline(TenantData.PATIENCE);
        long removed = 0;
        List<Value> found = findSome(scope, filter);
        while (!found.isEmpty()) {
            if (deadline.hasPassed()) {
                throw QueryRefusedException.tookTooLong();
            }
            List<Value> ids = found;
            removed += data.change(scope, data.deadline(), table -> remove(table, filter, ids));
            found = ids.size() < CHUNK ? List.of() : findSome(scope, filter);
        }
        return removed;
    }

    private List<Value> findSome(TenantScope scope, Filter filter) {
        return data.search(scope, data.deadline(), table -> {
            List<Value> found = new ArrayList<>();
            new DocumentSearch(table).forEach(filter, (document, length) -> {
                found.add(document.id());
                return found.size() < CHUNK;
            });
            return found;
        });
    }

    private static long remove(DocumentTable table, Filter filter, List<Value> ids) throws SQLException {
        DocumentChanges changes = new DocumentChanges(table);
        long removed = 0;
        for (Value id : ids) {
            Optional<Document> document = table.find(id);
            if (document.isPresent() && FilterEvaluation.matches(filter, document.get())) {
                changes.delete(document.get());
                removed++;
            }
        }
        return removed;
    }

    @Override
    public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
        Optional<String> place = after.map(id -> data.read(scope, table -> table.keyOf(id)));
        boolean wanted = true;
        while (wanted) {
            Chunk chunk = chunk(scope, place);
            for (Document document : chunk.documents()) {
                if (!consumer.test(document)) {
                    return;
                }
            }
            place = chunk.last();
            wanted = place.isPresent();
        }
    }

    /**
     * Some documents in a row.
     *
     * @param last where the last of them stands; empty if none follows
     */
    private record Chunk(List<Document> documents, Optional<String> last) {}

    private Chunk chunk(TenantScope scope, Optional<String> after) {
        return data.search(scope, data.deadline(), table -> {
            List<Document> documents = new ArrayList<>();
            long[] text = {0};
            boolean[] cut = {false};
            table.forEach(true, after, (document, length) -> {
                documents.add(document);
                text[0] += length;
                cut[0] = documents.size() == SCANNED || text[0] > SCANNED_TEXT;
                return !cut[0];
            });
            return new Chunk(documents, cut[0] ? table.lastKey() : Optional.empty());
        });
    }

    @Override
    public Usage usage(TenantScope scope) {
        return data.read(scope, DocumentTable::usage);
    }

    /** Nothing is ever left half done: a change is one transaction. */
    @Override
    public int undoInterrupted(Instant silentSince, int limit) {
        return 0;
    }
}
