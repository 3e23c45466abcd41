package io.orgstead.adapter.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The list of the writes that are open, in the counter of the collection that they write to: what is in it, and who is in it. */
final class OpenWrites {

    /** The list. */
    static final String FIELD = "open";

    static final String SINCE = FIELD + ".at";

    /** The name of a write. */
    static final String NAME = "op";

    /** Who has been silent for so long is dead. */
    static final long STALE_MILLIS = 30_000;

    /** For so long behind the end of a watch changes are noted still: clocks differ. */
    private static final long GRACE_MILLIS = 60_000;

    private static final String AT = "at";
    private static final String BATCH = "batch";
    private static final String NOTED = "noted";

    private static final BsonDocument IS_WATCHED =
            BsonDocument.parse("{$gt: [{$add: ['$watch.until', {$literal: " + GRACE_MILLIS + "}]}, '$$NOW']}");

    private final MongoCollection<BsonDocument> counters;

    OpenWrites(MongoCollection<BsonDocument> counters) {
        this.counters = counters;
    }

    /**
     * What stands in the list for a write, as the server computes it.
     *
     * @param batch whether it is one that may be undone
     */
    static BsonDocument opened(BsonObjectId write, boolean batch) {
        return new BsonDocument(NAME, write)
                .append(AT, new BsonString("$$NOW"))
                .append(BATCH, BsonBoolean.valueOf(batch))
                .append(NOTED, IS_WATCHED);
    }

    /** Whether a write has to note what it changes. */
    static boolean isNoted(BsonDocument counter, BsonObjectId write) {
        return in(counter)
                .anyMatch(open ->
                        write.equals(open.get(NAME)) && open.getBoolean(NOTED).getValue());
    }

    /** Whether there are batches in the list. */
    static boolean hasBatch(BsonDocument counter) {
        return in(counter).anyMatch(open -> open.getBoolean(BATCH).getValue());
    }

    /** Whether there is a write in the list that has not been open since before then. */
    static boolean hasYounger(BsonDocument counter, Instant then) {
        return in(counter)
                .anyMatch(open ->
                        !Instant.ofEpochMilli(open.getDateTime(AT).getValue()).isBefore(then));
    }

    private static Stream<BsonDocument> in(BsonDocument counter) {
        return counter.getArray(FIELD).stream().map(BsonValue::asDocument);
    }

    /** The writes that are under way, without those whose makers are dead; of a collection that is gone, none. */
    List<BsonValue> underWay(TenantCollection collection) {
        return find(collection, "{$literal: true}");
    }

    /** Those of them that do not note what they change. */
    List<BsonValue> underWayUnnoted(TenantCollection collection) {
        return find(collection, "{$ne: ['$$this." + NOTED + "', true]}");
    }

    private List<BsonValue> find(TenantCollection collection, String condition) {
        BsonDocument writes = BsonDocument.parse("{$project: {writes: {$map: {in: '$$this." + NAME
                + "', input: {$filter: {input: '$" + FIELD + "', cond: {$and: [" + condition
                + ", {$gte: ['$$this.at', {$subtract: ['$$NOW', {$literal: " + STALE_MILLIS + "}]}]}]}}}}}}}");
        BsonDocument found = counters.aggregate(
                        List.of(new BsonDocument("$match", UsageCounters.key(collection)), writes))
                .first();
        return found == null ? List.of() : found.getArray("writes").getValues();
    }

    /** Whether whoever removes something behind others has to note it. */
    boolean isWatched(TenantCollection collection) {
        BsonDocument watched = UsageCounters.key(collection).append("$expr", IS_WATCHED);
        return counters.find(watched).first() != null;
    }
}
