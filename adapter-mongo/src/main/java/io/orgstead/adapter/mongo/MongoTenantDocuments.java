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
import io.orgstead.domain.port.TenantDocuments;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
        this.interrupted = new InterruptedInserts(commands, parts.catalog(), counters, parts.intents());
        WriteRefusals refusals = new WriteRefusals(parts.indexes());
        this.pages = new DocumentPages(commands, markers);
        this.inserts = new DocumentInserts(commands, markers, counters, parts.intents(), interrupted, refusals);
        this.writes = new DocumentWrites(commands, markers, counters, refusals);
        this.removals = new DocumentRemovals(commands, markers, counters);
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
                    new BsonDocument("_id", new BsonDocument("$eq", ToBson.value(id))), markers.condition(collection)));
            BsonDocument command = BsonDocument.parse("{find: 1}").append("filter", filter);
            return commands.read(collection, command, 1).documents().stream()
                    .findFirst()
                    .map(BsonMapping::document);
        });
    }

    @Override
    public DocumentPage find(TenantScope scope, DocumentQuery query) {
        return calls.query(() -> pages.find(TenantCollection.of(scope), query));
    }

    @Override
    public long count(TenantScope scope, Filter filter) {
        TenantCollection collection = TenantCollection.of(scope);
        return calls.query(() -> {
            BsonDocument meant =
                    FilterTranslation.all(List.of(markers.condition(collection), FilterTranslation.of(filter)));
            BsonDocument command = BsonDocument.parse("{aggregate: 1}")
                    .append(
                            "pipeline",
                            new BsonArray(
                                    List.of(new BsonDocument("$match", meant), BsonDocument.parse("{$count: 'n'}"))));
            return commands.read(collection, command, 1).documents().stream()
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
            List<BsonDocument> batch = calls.make(
                    () -> commands.read(collection, command, SCANNED_AT_ONCE).documents());
            if (batch.isEmpty()) {
                return;
            }
            for (BsonDocument document : batch) {
                if (!consumer.test(BsonMapping.document(document))) {
                    return;
                }
            }
            last = Optional.of(
                    Objects.requireNonNull(batch.get(batch.size() - 1).get("_id")));
        }
    }

    private BsonDocument scanFrom(TenantCollection collection, Optional<BsonValue> last) {
        BsonDocument byId = new BsonDocument("_id", new BsonInt32(1));
        BsonDocument hidden = calls.make(() -> markers.condition(collection));
        BsonDocument command =
                BsonDocument.parse("{find: 1}").append("sort", byId).append("hint", byId);
        return last.map(id -> command.append(
                                "filter",
                                FilterTranslation.all(
                                        List.of(hidden, new BsonDocument("_id", new BsonDocument("$ne", id)))))
                        .append("min", new BsonDocument("_id", id)))
                .orElseGet(() -> command.append("filter", hidden));
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
