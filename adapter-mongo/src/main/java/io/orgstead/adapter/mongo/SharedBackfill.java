package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Goes through an organization's documents in the order of their ids, and brings up to date what they have of its indexes. Each is
 * changed only if it is what it was when it was read: whoever has written it since has done so with the present indexes.
 */
final class SharedBackfill {

    private static final int AT_ONCE = 200;

    private final TenantCommands commands;
    private final HiddenMarkers markers;
    private final UsageCounters counters;

    SharedBackfill(TenantCommands commands, HiddenMarkers markers, UsageCounters counters) {
        this.commands = commands;
        this.markers = markers;
        this.counters = counters;
    }

    /** Says that whoever goes through the documents lives; throws if others have taken it for dead. */
    interface Heartbeat {
        void beat();
    }

    /**
     * Adds the entries of a new index; tells why that cannot be.
     *
     * @throws io.orgstead.domain.failure.InvalidValueException if a document has more of them than one may have
     */
    Optional<IndexOutcome> entries(TenantCollection collection, SharedIndex index, Heartbeat heartbeat) {
        Pass pass = new Pass(collection, heartbeat);
        List<BsonDocument> next = pass.next();
        boolean multikey = false;
        while (!next.isEmpty()) {
            List<BsonDocument> statements = new ArrayList<>();
            for (BsonDocument stored : next) {
                SharedEntries entries;
                try {
                    entries = SharedEntries.of(document(collection, stored), List.of(index));
                } catch (SharedEntries.ParallelArraysException e) {
                    return Optional.of(IndexOutcome.PARALLEL_ARRAYS);
                }
                multikey = multikey || !entries.multikey().isEmpty();
                BsonDocument added = each(SharedLayout.ENTRIES, entries.found());
                if (!entries.unique().isEmpty()) {
                    added.putAll(each(SharedLayout.UNIQUE, entries.unique()));
                }
                statements.add(statement(stored, new BsonDocument("$addToSet", added)));
            }
            if (multikey) {
                pass.markMultikey(index);
            }
            Optional<WriteResult.Refusal> refusal = pass.write(statements);
            if (refusal.isPresent()) {
                if (refusal.get().code() == ServerErrors.DUPLICATE_KEY) {
                    return Optional.of(IndexOutcome.DUPLICATES);
                }
                throw refusal.get().unexpected();
            }
            next = pass.next();
        }
        return Optional.empty();
    }

    private static BsonDocument each(String field, List<BsonString> entries) {
        return new BsonDocument(field, new BsonDocument("$each", new BsonArray(entries)));
    }

    /** Sets anew when documents expire. */
    void expiry(TenantCollection collection, Heartbeat heartbeat) {
        List<SharedIndex> indexes = counters.indexes(collection);
        Pass pass = new Pass(collection, heartbeat);
        List<BsonDocument> next = pass.next();
        while (!next.isEmpty()) {
            List<BsonDocument> statements = new ArrayList<>();
            for (BsonDocument stored : next) {
                Optional<BsonValue> wanted = SharedEntries.expiryOf(document(collection, stored), indexes)
                        .map(Function.identity());
                if (!wanted.equals(Optional.ofNullable(stored.get(SharedLayout.EXPIRY)))) {
                    statements.add(statement(
                            stored,
                            wanted.map(date -> set(date))
                                    .orElseGet(
                                            () -> BsonDocument.parse("{$unset: {" + SharedLayout.EXPIRY + ": ''}}"))));
                }
            }
            pass.write(statements).ifPresent(refusal -> {
                throw refusal.unexpected();
            });
            next = pass.next();
        }
    }

    private static BsonDocument set(BsonValue date) {
        return new BsonDocument("$set", new BsonDocument(SharedLayout.EXPIRY, date));
    }

    private static Document document(TenantCollection collection, BsonDocument stored) {
        return BsonMapping.document(collection.layout().document(stored));
    }

    private static BsonDocument statement(BsonDocument stored, BsonDocument update) {
        BsonDocument asRead = new BsonDocument("_id", stored.get("_id"))
                .append(SharedLayout.REVISION, stored.get(SharedLayout.REVISION));
        return new BsonDocument("q", asRead).append("u", update).append("multi", BsonBoolean.FALSE);
    }

    /** One way through the documents. */
    private final class Pass {

        private final TenantCollection collection;
        private final Heartbeat heartbeat;
        private Optional<BsonValue> last = Optional.empty();

        Pass(TenantCollection collection, Heartbeat heartbeat) {
            this.collection = collection;
            this.heartbeat = heartbeat;
        }

        List<BsonDocument> next() {
            heartbeat.beat();
            TenantLayout layout = collection.layout();
            BsonDocument find = BsonDocument.parse("{find: 1}")
                    .append("filter", markers.condition(collection))
                    .append("sort", layout.where("_id", new BsonInt32(1)))
                    .append("hint", layout.idKeys());
            last.ifPresent(id -> {
                find.put(
                        "filter",
                        FilterTranslation.all(List.of(
                                markers.condition(collection), layout.where("_id", new BsonDocument("$ne", id)))));
                find.putAll(layout.from(id));
            });
            List<BsonDocument> found = commands.read(collection, find, AT_ONCE).documents();
            if (!found.isEmpty()) {
                last = Optional.ofNullable(
                        layout.document(found.get(found.size() - 1)).get("_id"));
            }
            return found;
        }

        Optional<WriteResult.Refusal> write(List<BsonDocument> statements) {
            if (statements.isEmpty()) {
                return Optional.empty();
            }
            return commands.write(
                            collection,
                            BsonDocument.parse("{update: 1, ordered: true}")
                                    .append("updates", new BsonArray(statements)))
                    .refusal();
        }

        void markMultikey(SharedIndex index) {
            counters.markMultikey(collection, index);
        }
    }
}
