package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Decimal128;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Documents of the domain out of BSON. {@link ToBson} is the other direction. */
final class BsonMapping {

    private static final String WRAP = "{\"v\": ";

    /** Says the type of every number in it, so that the value can be had back as it was. */
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private BsonMapping() {}

    static Document document(BsonDocument stored) {
        Map<String, Value> fields = new LinkedHashMap<>();
        stored.forEach((name, value) -> fields.put(name, value(value)));
        return Document.of(fields);
    }

    static Value value(BsonValue stored) {
        return switch (stored.getBsonType()) {
            case NULL -> Value.Null.INSTANCE;
            case BOOLEAN -> new Value.Bool(stored.asBoolean().getValue());
            case INT32 -> new Value.Int32(stored.asInt32().getValue());
            case INT64 -> new Value.Int64(stored.asInt64().getValue());
            case DOUBLE -> new Value.Float64(stored.asDouble().getValue());
            case DECIMAL128 ->
                new Value.Decimal(
                        Decimal128.parse(stored.asDecimal128().getValue().toString()));
            case STRING -> new Value.Text(stored.asString().getValue());
            case BINARY ->
                new Value.Binary(
                        Byte.toUnsignedInt(stored.asBinary().getType()),
                        Bytes.of(stored.asBinary().getData()));
            case OBJECT_ID -> new Value.ObjectId(stored.asObjectId().getValue().toHexString());
            case DATE_TIME -> new Value.Date(stored.asDateTime().getValue());
            case TIMESTAMP -> timestamp(stored.asTimestamp());
            case REGULAR_EXPRESSION ->
                new Value.Regex(
                        stored.asRegularExpression().getPattern(),
                        stored.asRegularExpression().getOptions());
            case MIN_KEY -> new Value.MinKey();
            case MAX_KEY -> new Value.MaxKey();
            case ARRAY -> new Value.Array(array(stored));
            case DOCUMENT -> new Value.Embedded(document(stored.asDocument()));
            case UNDEFINED -> foreign(ValueType.UNDEFINED, stored);
            case SYMBOL -> foreign(ValueType.SYMBOL, stored);
            case DB_POINTER -> foreign(ValueType.DB_POINTER, stored);
            case JAVASCRIPT -> foreign(ValueType.JAVASCRIPT, stored);
            case JAVASCRIPT_WITH_SCOPE -> foreign(ValueType.JAVASCRIPT_WITH_SCOPE, stored);
            case END_OF_DOCUMENT -> throw new UnreadableDocumentException("a value has no type", null);
        };
    }

    private static List<Value> array(BsonValue stored) {
        return stored.asArray().stream().map(BsonMapping::value).toList();
    }

    private static Value timestamp(BsonTimestamp stored) {
        return new Value.Timestamp(Integer.toUnsignedLong(stored.getTime()), Integer.toUnsignedLong(stored.getInc()));
    }

    private static Value foreign(ValueType type, BsonValue stored) {
        String wrapped = new BsonDocument("v", stored).toJson(CANONICAL);
        return new Value.Foreign(type, wrapped.substring(WRAP.length(), wrapped.length() - 1));
    }

    /** A foreign value as it was stored. */
    static BsonValue stored(Value.Foreign foreign) {
        BsonValue stored =
                BsonDocument.parse(WRAP + foreign.extendedJson() + "}").get("v");
        if (stored == null) {
            throw new UnreadableDocumentException("a value has no content", null);
        }
        return stored;
    }
}
