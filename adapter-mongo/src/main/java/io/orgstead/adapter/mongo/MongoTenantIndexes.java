package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.TenantIndexes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * The organizations' indexes, which the server keeps and, where documents are to expire, removes documents by. Indexes of other
 * programs on the same collections are neither listed nor counted nor touched.
 */
final class MongoTenantIndexes implements TenantIndexes {

    /** An index over many documents takes longer to build than an ordinary call may. */
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);

    private final TenantCalls calls;
    private final TenantCommands commands;
    private final HiddenMarkers markers;
    private final UsageCounters counters;
    private final TenantIndexCatalog catalog;
    private final SharedIndexes shared;

    MongoTenantIndexes(TenantCalls calls, TenantParts parts, Duration patience) {
        this.calls = calls;
        this.commands = parts.commands().within(BUILD_LIMIT);
        this.markers = parts.markers();
        this.counters = parts.counters();
        this.catalog = parts.indexes();
        this.shared = new SharedIndexes(
                counters, new SharedBackfill(parts.commands(), markers, counters), patience, BUILD_LIMIT);
    }

    @Override
    public List<IndexDefinition> list(TenantScope scope) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.make(() -> isShared(collection) ? shared.list(collection) : catalog.list(collection));
    }

    private static boolean isShared(TenantCollection collection) {
        return collection.model() == IsolationModel.SHARED;
    }

    @Override
    public IndexOutcome create(TenantScope scope, IndexDefinition index, int limit) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.make(() -> isShared(collection)
                ? shared.create(collection, index, existing -> before(existing, index, limit))
                : inServer(
                        collection,
                        () -> before(catalog.list(collection), index, limit)
                                .orElseGet(() -> build(collection, index, limit))));
    }

    /** A change that the server makes by itself is none if others have closed the collection before it took effect. */
    private <T> T inServer(TenantCollection collection, Supplier<T> change) {
        counters.requireOpen(collection);
        T result = change.get();
        counters.requireOpen(collection);
        return result;
    }

    /** What can be said without building it. */
    private static Optional<IndexOutcome> before(List<IndexDefinition> existing, IndexDefinition index, int limit) {
        if (existing.contains(index)) {
            return Optional.of(IndexOutcome.PRESENT);
        }
        boolean conflicts = existing.stream()
                .anyMatch(other ->
                        other.name().equals(index.name()) || other.keys().equals(index.keys()));
        // That on _id is always there, and goes in both directions.
        boolean onId = index.keys().size() == 1 && index.keys().get(0).path().equals(FieldPath.ID);
        if (conflicts || onId) {
            return Optional.of(IndexOutcome.CONFLICTS);
        }
        return existing.size() >= limit ? Optional.of(IndexOutcome.QUOTA_REACHED) : Optional.empty();
    }

    private IndexOutcome build(TenantCollection collection, IndexDefinition index, int limit) {
        if (index.expireAfter().isPresent()) {
            counters.setExpiring(collection, true);
        }
        try {
            commands.run(
                    collection,
                    BsonDocument.parse("{createIndexes: 1}")
                            .append("indexes", new BsonArray(StoredIndex.of(index, markers.ids(collection))))
                            .append("writeConcern", MasterDatabase.DURABLE.asDocument()));
        } catch (MongoCommandException e) {
            return refusal(e);
        }
        // Of several that were built at once each sees whether they are too many; those who do, take theirs away.
        if (catalog.list(collection).size() > limit) {
            remove(collection, index.name());
            return IndexOutcome.QUOTA_REACHED;
        }
        return IndexOutcome.PRESENT;
    }

    private static IndexOutcome refusal(MongoCommandException e) {
        return switch (e.getErrorCode()) {
            case ServerErrors.DUPLICATE_KEY -> IndexOutcome.DUPLICATES;
            case ServerErrors.CANNOT_INDEX_PARALLEL_ARRAYS, ServerErrors.AMBIGUOUS_NUMBER_IN_PATH ->
                IndexOutcome.PARALLEL_ARRAYS;
            case ServerErrors.INDEX_OPTIONS_CONFLICT, ServerErrors.INDEX_KEY_SPECS_CONFLICT -> IndexOutcome.CONFLICTS;
            default -> throw e;
        };
    }

    @Override
    public boolean drop(TenantScope scope, String name) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.make(() -> isShared(collection)
                ? shared.drop(collection, name)
                : inServer(collection, () -> remove(collection, name)));
    }

    private boolean remove(TenantCollection collection, String name) {
        List<BsonString> stored = catalog.storedNames(collection, name).stream()
                .map(BsonString::new)
                .toList();
        if (stored.isEmpty()) {
            return false;
        }
        try {
            commands.run(
                    collection,
                    BsonDocument.parse("{dropIndexes: 1}")
                            .append("index", new BsonArray(stored))
                            .append("writeConcern", MasterDatabase.DURABLE.asDocument()));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != ServerErrors.INDEX_NOT_FOUND) {
                throw e;
            }
        }
        boolean expiring = catalog.list(collection).stream()
                .anyMatch(index -> index.expireAfter().isPresent());
        if (!expiring) {
            counters.setExpiring(collection, false);
        }
        return true;
    }

    /** The server does it. What is left to do is to take back indexes that were half built when their builder died. */
    @Override
    public int removeExpired(Instant now, int limit) {
        StoreCall.run(() -> shared.healAll(now, limit));
        return 0;
    }
}
