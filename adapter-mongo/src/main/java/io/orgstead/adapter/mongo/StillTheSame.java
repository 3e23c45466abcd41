package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The condition that a document is what it was, as the server evaluates it within a write. The server takes 1, 1.0 and 1.00 for
 * equal, so that the size and the types of numbers are compared, too. What remains equal to it are decimals that differ in their
 * zeros only, and zeros that differ in their sign only.
 */
final class StillTheSame {

    /** A write that has more conditions than this compares no more types of numbers. */
    private static final int MOST_TYPES = 200;

    private final List<BsonDocument> types = new ArrayList<>();

    private StillTheSame() {}

    static BsonDocument as(Document expected) {
        StillTheSame condition = new StillTheSame();
        condition.collect("", expected);
        List<BsonDocument> all = new ArrayList<>();
        all.add(new BsonDocument("_id", new BsonDocument("$eq", ToBson.value(expected.id()))));
        all.add(expression("$eq", new BsonString("$$ROOT"), new BsonDocument("$literal", ToBson.document(expected))));
        all.add(expression(
                "$eq",
                new BsonDocument("$bsonSize", new BsonString("$$ROOT")),
                new BsonInt64(DocumentSize.of(expected))));
        all.addAll(condition.types);
        return FilterTranslation.all(all);
    }

    private static BsonDocument expression(String operator, BsonValue left, BsonValue right) {
        return new BsonDocument("$expr", new BsonDocument(operator, new BsonArray(List.of(left, right))));
    }

    private void collect(String path, Document document) {
        document.fields().forEach((name, value) -> {
            // A path cannot lead through other names than these.
            if (!name.isEmpty() && !name.startsWith("$") && name.indexOf('.') < 0) {
                collect(path + name, value);
            }
        });
    }

    private void collect(String path, Value value) {
        if (value instanceof Value.Embedded embedded) {
            collect(path + ".", embedded.document());
        } else if (value instanceof Value.Array array) {
            for (int i = 0; i < array.items().size(); i++) {
                collect(path + "." + i, array.items().get(i));
            }
        } else if (value.type().isNumber() && types.size() < MOST_TYPES) {
            types.add(new BsonDocument(
                    path, new BsonDocument("$type", new BsonInt32(value.type().number()))));
        }
    }
}
