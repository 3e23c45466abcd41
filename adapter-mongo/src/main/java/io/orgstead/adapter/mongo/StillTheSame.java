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
 * equal, and both zeros, so that of numbers the type is compared, too, and of decimals and zeros what they look like.
 */
final class StillTheSame {

    /** Of numbers behind these, which would make the condition too large, only the size is compared beside their worth. */
    private static final int MOST_NUMBERS = 500;

    private final BsonArray conditions = new BsonArray();
    private int numbers;

    private StillTheSame() {}

    static BsonDocument as(Document expected, TenantLayout layout) {
        BsonString root = layout.root();
        BsonValue whole = ToBson.document(expected);
        StillTheSame same = new StillTheSame();
        same.equal(root, literal(whole));
        same.equal(call("$bsonSize", root), new BsonInt64(DocumentSize.of(expected)));
        same.collect(root, new Value.Embedded(expected));
        return layout.where("_id", new BsonDocument("$eq", ToBson.value(expected.id())))
                .append("$expr", new BsonDocument("$and", same.conditions));
    }

    private static BsonDocument literal(BsonValue value) {
        return new BsonDocument("$literal", value);
    }

    private static BsonDocument call(String operator, BsonValue argument) {
        return new BsonDocument(operator, argument);
    }

    private void equal(BsonValue left, BsonValue right) {
        conditions.add(new BsonDocument("$eq", new BsonArray(List.of(left, right))));
    }

    private void collect(BsonValue place, Value value) {
        if (value instanceof Value.Embedded embedded) {
            embedded.document().fields().forEach((name, field) -> collect(field(place, name), field));
        } else if (value instanceof Value.Array array) {
            List<Value> items = new ArrayList<>(array.items());
            for (int i = 0; i < items.size(); i++) {
                collect(item(place, i), items.get(i));
            }
        } else if (value.type().isNumber() && numbers < MOST_NUMBERS) {
            numbers++;
            equal(call("$type", place), new BsonString(value.type().alias()));
            if (looksVary(value)) {
                equal(call("$toString", place), call("$toString", literal(ToBson.value(value))));
            }
        }
    }

    private static boolean looksVary(Value number) {
        return number instanceof Value.Decimal || (number instanceof Value.Float64 binary && binary.value() == 0);
    }

    private static BsonValue field(BsonValue place, String name) {
        return new BsonDocument(
                "$getField", new BsonDocument("field", literal(new BsonString(name))).append("input", place));
    }

    private static BsonValue item(BsonValue place, int position) {
        return new BsonDocument("$arrayElemAt", new BsonArray(List.of(place, new BsonInt32(position))));
    }
}
