package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Usage;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;

/** Removes all documents that a filter means, so many at a time that each command stays within its time. */
final class DocumentRemovals {

    private static final int AT_ONCE = 250;

    private static final BsonDocument SIZES = BsonDocument.parse("{_id: 1, size: {$bsonSize: '$$ROOT'}}");

    private final TenantCommands commands;
    private final HiddenMarkers markers;
    private final UsageCounters counters;

    DocumentRemovals(TenantCommands commands, HiddenMarkers markers, UsageCounters counters) {
        this.commands = commands;
        this.markers = markers;
        this.counters = counters;
    }

    /** Sends a {@code delete} of all documents of a filter; tells how many are gone. */
    static int delete(TenantCommands commands, TenantCollection collection, BsonDocument filter) {
        BsonDocument statement = new BsonDocument("q", filter)
                .append("limit", new BsonInt32(0))
                .append("collation", TenantCommands.SIMPLE);
        WriteResult result = commands.write(
                collection, BsonDocument.parse("{delete: 1}").append("deletes", new BsonArray(List.of(statement))));
        result.requireNoRefusal();
        return result.count();
    }

    long removeAll(TenantCollection collection, Filter filter) {
        BsonDocument meant =
                FilterTranslation.all(List.of(markers.condition(collection), FilterTranslation.of(filter)));
        BsonDocument look = new BsonDocument("find", new BsonInt32(1))
                .append("filter", meant)
                .append("projection", SIZES);
        long gone = 0;
        List<BsonDocument> next = commands.read(collection, look, AT_ONCE).documents();
        while (!next.isEmpty()) {
            gone += remove(collection, meant, next);
            next = commands.read(collection, look, AT_ONCE).documents();
        }
        return gone;
    }

    private int remove(TenantCollection collection, BsonDocument meant, List<BsonDocument> found) {
        long bytes = found.stream()
                .mapToLong(document -> document.getNumber("size").longValue())
                .sum();
        BsonObjectId write = new BsonObjectId();
        counters.begin(collection, write, false, Usage.NONE, Quota.UNLIMITED);
        int gone =
                delete(commands, collection, FilterTranslation.all(List.of(anyOf(found), ofTheSameSize(found), meant)));
        if (gone == found.size()) {
            counters.end(collection, write, new Usage(gone, bytes));
        } else {
            // Others were at the same documents. Which of them these are that are gone, and how large, nobody knows.
            counters.end(collection, write, Usage.NONE);
            counters.suspect(collection);
        }
        return gone;
    }

    private static BsonDocument anyOf(List<BsonDocument> found) {
        return DocumentInserts.anyOf(
                found.stream().map(document -> document.get("_id")).toList());
    }

    /** What has grown or shrunk since it was found is found again. */
    private static BsonDocument ofTheSameSize(List<BsonDocument> found) {
        BsonDocument now = BsonDocument.parse("{_id: '$_id', size: {$bsonSize: '$$ROOT'}}");
        BsonDocument before = new BsonDocument("$literal", new BsonArray(found));
        return new BsonDocument("$expr", new BsonDocument("$in", new BsonArray(List.of(now, before))));
    }
}
