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

    private final TenantCommands quick;
    private final TenantCommands commands;
    private final HiddenMarkers markers;

    CollectionCount(TenantCommands commands, HiddenMarkers markers) {
        this.quick = commands;
        this.commands = commands.within(LIMIT);
        this.markers = markers;
    }

    /**
     * Looks whether the collection is there.
     *
     * @throws io.orgstead.domain.data.TenantMovedException if it is not
     */
    void requireThere(TenantCollection collection) {
        quick.read(collection, BsonDocument.parse("{find: 1, projection: {_id: 1}}"), 1);
    }

    Usage of(TenantCollection collection) {
        BsonDocument sum = BsonDocument.parse("{_id: null, documents: {$sum: 1}}")
                .append(
                        "bytes",
                        new BsonDocument(
                                "$sum",
                                new BsonDocument(
                                        "$bsonSize", collection.layout().root())));
        BsonDocument command = BsonDocument.parse("{aggregate: 1}")
                .append(
                        "pipeline",
                        new BsonArray(List.of(
                                new BsonDocument("$match", markers.condition(collection)),
                                new BsonDocument("$group", sum))));
        return commands.read(collection, command, 1).documents().stream()
                .findFirst()
                .map(found -> new Usage(number(found, "documents"), number(found, "bytes")))
                .orElse(Usage.NONE);
    }

    private static long number(BsonDocument sum, String name) {
        return sum.getNumber(name, new BsonInt64(0)).longValue();
    }
}
