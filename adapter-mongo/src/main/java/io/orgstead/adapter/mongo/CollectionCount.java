package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Usage;
import java.time.Duration;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** Counts the documents of a collection and their bytes by going through it. */
final class CollectionCount {

    /** A large collection takes longer than an ordinary call may. Rare: at the first use, and after a crash. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final BsonDocument SUM =
            BsonDocument.parse("{$group: {_id: null, documents: {$sum: 1}, bytes: {$sum: {$bsonSize: '$$ROOT'}}}}");

    private final TenantCommands commands;
    private final HiddenMarkers markers;

    CollectionCount(TenantCommands commands, HiddenMarkers markers) {
        this.commands = commands.within(LIMIT);
        this.markers = markers;
    }

    Usage of(TenantCollection collection) {
        BsonDocument command = BsonDocument.parse("{aggregate: 1}")
                .append(
                        "pipeline",
                        new BsonArray(List.of(new BsonDocument("$match", markers.condition(collection)), SUM)));
        return commands.read(collection, command, 1).documents().stream()
                .findFirst()
                .map(sum -> new Usage(number(sum, "documents"), number(sum, "bytes")))
                .orElse(Usage.NONE);
    }

    private static long number(BsonDocument sum, String name) {
        return sum.getNumber(name, new BsonInt64(0)).longValue();
    }
}
