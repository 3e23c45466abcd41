package io.orgstead.adapter.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * The ids of the marker documents, which nobody sees. A marker of Orgstead's own has the organization's id, which no other
 * document can have. Where there is none of that id, the collection is another implementation's, which lets the marker have
 * any: it is the oldest document that has a marker's four fields and no others, looked for once, before Orgstead writes
 * anything there, and noted for good. Later documents of the same looks are an organization's own, and stay visible.
 */
final class HiddenMarkers {

    private static final String MARKER = "marker";

    /** The marker is as old as its collection. */
    private static final int AMONG_THE_OLDEST = 1_000;

    private static final int KNOWN_AT_MOST = 10_000;

    private static final BsonArray LOOKS = new BsonArray(List.of(
            BsonDocument.parse("{$match: {_id: {$type: 'objectId'}}}"),
            BsonDocument.parse("{$sort: {_id: 1}}"),
            new BsonDocument("$limit", new BsonInt32(AMONG_THE_OLDEST)),
            BsonDocument.parse(
                    "{$match: {initialized: true, created_at: {$exists: true}, organization: {$type: 'string'},"
                            + " $expr: {$eq: [{$size: {$objectToArray: '$$ROOT'}}, 4]}}}"),
            BsonDocument.parse("{$project: {_id: 1}}")));

    private final TenantCommands commands;
    private final MongoCollection<BsonDocument> notes;
    private final Map<String, BsonValue> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BsonValue> eldest) {
            return size() > KNOWN_AT_MOST;
        }
    };

    HiddenMarkers(TenantCommands commands, MongoCollection<BsonDocument> notes) {
        this.commands = commands;
        this.notes = notes;
    }

    /** The ids that are no documents of the organization. */
    List<BsonValue> ids(TenantCollection collection) {
        if (collection.isPlaced()) {
            return List.of(collection.organization());
        }
        String key = collection.incarnation().value();
        Optional<BsonValue> remembered;
        synchronized (known) {
            remembered = Optional.ofNullable(known.get(key));
        }
        BsonValue foreign = remembered.orElseGet(() -> find(collection));
        if (remembered.isEmpty()) {
            synchronized (known) {
                known.put(key, foreign);
            }
        }
        return foreign.isNull() ? List.of(collection.organization()) : List.of(collection.organization(), foreign);
    }

    /** The condition that leaves them out. */
    BsonDocument condition(TenantCollection collection) {
        return collection.layout().where("_id", new BsonDocument("$nin", new BsonArray(ids(collection))));
    }

    /** The id of a marker other than the organization's own; null as a value if there is none. */
    private BsonValue find(TenantCollection collection) {
        BsonDocument own = BsonDocument.parse("{find: 1, projection: {_id: 1}}")
                .append("filter", new BsonDocument("_id", collection.organization()));
        if (!commands.read(collection, own, 1).documents().isEmpty()) {
            return BsonNull.VALUE;
        }
        return noted(collection).orElseGet(() -> note(collection));
    }

    private Optional<BsonValue> noted(TenantCollection collection) {
        BsonDocument note = notes.find(UsageCounters.key(collection)).first();
        return Optional.ofNullable(note).map(found -> found.get(MARKER));
    }

    private BsonValue note(TenantCollection collection) {
        BsonDocument search = BsonDocument.parse("{aggregate: 1}").append("pipeline", LOOKS);
        BsonValue found = commands.read(collection, search, 1).documents().stream()
                .map(document -> document.get("_id"))
                .findFirst()
                .orElse(BsonNull.VALUE);
        try {
            notes.updateOne(
                    Filters.and(UsageCounters.key(collection), Filters.exists(MARKER, false)),
                    Updates.set(MARKER, found),
                    new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            if (!StoreCall.isDuplicateKey(e)) {
                throw e;
            }
        }
        return noted(collection).orElse(BsonNull.VALUE);
    }
}
