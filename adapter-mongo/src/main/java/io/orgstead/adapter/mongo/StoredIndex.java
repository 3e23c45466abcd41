package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;

/** What the server is asked to build for an index of an organization; see {@link IndexNames}. */
final class StoredIndex {

    private StoredIndex() {}

    static List<BsonDocument> of(IndexDefinition index, List<BsonValue> hidden) {
        List<BsonDocument> stored = new ArrayList<>();
        stored.add(finding(index));
        if (index.unique() || index.expireAfter().isPresent()) {
            stored.add(guarding(index, hidden));
        }
        return stored;
    }

    private static BsonDocument keys(IndexDefinition index) {
        BsonDocument keys = new BsonDocument();
        index.keys().forEach(key -> keys.append(key.path().dotted(), new BsonInt32(key.ascending() ? 1 : -1)));
        return keys;
    }

    /** With the {@code _id} as the last field it gives pages in order, which always end with that. */
    private static BsonDocument finding(IndexDefinition index) {
        BsonDocument keys = keys(index);
        boolean withId = !keys.containsKey(FieldPath.ID.dotted());
        if (withId) {
            keys.append(FieldPath.ID.dotted(), new BsonInt32(1));
        }
        return new BsonDocument("key", keys)
                .append("name", new BsonString(IndexNames.finding(index.name(), withId)))
                .append("collation", TenantCommands.SIMPLE);
    }

    private static BsonDocument guarding(IndexDefinition index, List<BsonValue> hidden) {
        BsonDocument guard = new BsonDocument("key", keys(index))
                .append("name", new BsonString(IndexNames.guarding(index.name())))
                .append("unique", BsonBoolean.valueOf(index.unique()))
                .append("collation", TenantCommands.SIMPLE)
                .append("partialFilterExpression", new BsonDocument("$or", allBut(hidden)));
        index.expireAfter().ifPresent(expiry -> guard.append("expireAfterSeconds", new BsonInt64(expiry.toSeconds())));
        return guard;
    }

    /** Every id but these ObjectIds, in the few operators that a partial index may have. */
    private static BsonArray allBut(List<BsonValue> hidden) {
        List<BsonValue> sorted = hidden.stream()
                .sorted(Comparator.comparing(id -> id.asObjectId().getValue()))
                .toList();
        BsonArray ranges = new BsonArray();
        for (int i = 0; i <= sorted.size(); i++) {
            BsonDocument between = new BsonDocument();
            if (i > 0) {
                between.append("$gt", sorted.get(i - 1));
            }
            if (i < sorted.size()) {
                between.append("$lt", sorted.get(i));
            }
            ranges.add(new BsonDocument("_id", between));
        }
        List<BsonInt32> otherTypes = Arrays.stream(BsonType.values())
                .filter(type -> type != BsonType.OBJECT_ID && type != BsonType.END_OF_DOCUMENT)
                .map(type -> new BsonInt32((byte) type.getValue()))
                .toList();
        ranges.add(new BsonDocument("_id", new BsonDocument("$type", new BsonArray(otherTypes))));
        return ranges;
    }
}
