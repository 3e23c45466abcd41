package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.TenantDocuments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/** The organizations' documents, each in the collection of its organization. */
final class MongoTenantDocuments implements TenantDocuments {

    private static final int SCANNED_AT_ONCE = 1_000;

    private final TenantCalls calls;
    private final TenantCommands commands;
    private final HiddenMarkers markers;
    private final UsageCounters counters;
    private final Places places;
    private final DocumentSelection selection;
    private final DocumentPages pages;
    private final DocumentInserts inserts;
    private final DocumentWrites writes;
    private final DocumentRemovals removals;
    private final InterruptedInserts interrupted;

    MongoTenantDocuments(TenantCalls calls, TenantParts parts) {
        this.calls = calls;
        this.commands = parts.commands();
        this.markers = parts.markers();
        this.counters = parts.counters();
        this.places = parts.places();
        this.selection = parts.selection();
        this.interrupted = parts.interrupted();
        this.pages = new DocumentPages(commands, selection);
        this.inserts = new DocumentInserts(parts, interrupted);
        this.writes = new DocumentWrites(parts);
        this.removals = new DocumentRemovals(parts);
    }

    /**
     * What was read, if the collection was there. Where organizations share one, nothing but a look afterwards tells that what
     * was read is not the rest of one that is on its way out.
     */
    private <T> T there(TenantCollection collection, T read) {
        if (collection.model() == IsolationModel.SHARED) {
            places.requireReachable(collection);
        }
        return read;
    }

    @Override
    public InsertOutcome insert(TenantScope scope, List<Document> documents, Quota quota) {
        return calls.make(() -> inserts.insert(TenantCollection.of(scope), documents, quota));
    }

    @Override
    public Optional<Document> findById(TenantScope scope, Value id) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.make(() -> {
            BsonDocument filter = FilterTranslation.all(List.of(
                    collection.layout().where("_id", new BsonDocument("$eq", ToBson.value(id))),
                    markers.condition(collection)));
            BsonDocument command = BsonDocument.parse("{find: 1}").append("filter", filter);
            Optional<BsonDocument> found = commands.documents(collection, command, 1).documents().stream()
                    .findFirst();
            return there(collection, found).map(BsonMapping::document);
        });
    }

    @Override
    public DocumentPage find(TenantScope scope, DocumentQuery query) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.query(() -> there(collection, pages.find(collection, query)));
    }

    @Override
    public long count(TenantScope scope, Filter filter) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.query(() -> {
            BsonDocument meant = selection.of(collection, filter);
            BsonDocument command = BsonDocument.parse("{aggregate: 1}")
                    .append(
                            "pipeline",
                            new BsonArray(
                                    List.of(new BsonDocument("$match", meant), BsonDocument.parse("{$count: 'n'}"))));
            List<BsonDocument> found = commands.read(collection, command, 1).documents();
            return there(collection, found).stream()
                    .mapToLong(
                            counted -> counted.getNumber("n", new BsonInt64(0)).longValue())
                    .sum();
        });
    }

    @Override
    public ReplaceOutcome replace(TenantScope scope, Document expected, Document replacement, Quota quota) {
        return calls.make(() -> writes.replace(TenantCollection.of(scope), expected, replacement, quota));
    }

    @Override
    public boolean delete(TenantScope scope, Document expected) {
        return calls.make(() -> writes.delete(TenantCollection.of(scope), expected));
    }

    @Override
    public long deleteAll(TenantScope scope, Filter filter) {
        return calls.query(() -> removals.removeAll(TenantCollection.of(scope), filter));
    }

    /** Each batch is a call of its own, from behind the last id of the one before. */
    @Override
    public void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer) {
        TenantCollection collection = TenantCollection.of(scope);
        Optional<BsonValue> last = after.map(ToBson::value);
        while (true) {
            BsonDocument command = scanFrom(collection, last);
            List<BsonDocument> batch = calls.make(() -> there(
                    collection,
                    commands.documents(collection, command, SCANNED_AT_ONCE).documents()));
            if (batch.isEmpty()) {
                return;
            }
            for (BsonDocument document : batch) {
                if (!consumer.test(BsonMapping.document(document))) {
                    return;
                }
            }
            last = Optional.ofNullable(batch.get(batch.size() - 1).get("_id"));
        }
    }

    private BsonDocument scanFrom(TenantCollection collection, Optional<BsonValue> last) {
        TenantLayout layout = collection.layout();
        BsonDocument hidden = calls.make(() -> markers.condition(collection));
        BsonDocument command = BsonDocument.parse("{find: 1}")
                .append("filter", hidden)
                .append("sort", layout.where("_id", new BsonInt32(1)))
                .append("hint", layout.idKeys());
        last.ifPresent(id -> {
            command.put(
                    "filter", FilterTranslation.all(List.of(hidden, layout.where("_id", new BsonDocument("$ne", id)))));
            command.putAll(layout.from(id));
        });
        return command;
    }

    @Override
    public Usage usage(TenantScope scope) {
        return calls.make(() -> counters.usage(TenantCollection.of(scope)));
    }

    @Override
    public int undoInterrupted(Instant silentSince, int limit) {
        return calls.make(() -> interrupted.undo(silentSince, limit));
    }
}
