package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.util.Collection;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** Values of the domain as BSON. */
final class ToBson implements Value.Visitor<BsonValue> {

    private static final ToBson INSTANCE = new ToBson();

    private ToBson() {}

    static BsonDocument document(Document document) {
        BsonDocument written = new BsonDocument();
        document.fields().forEach((name, value) -> written.put(name, value(value)));
        return written;
    }

    static BsonValue value(Value value) {
        return value.accept(INSTANCE);
    }

    static BsonArray array(Collection<? extends Value> values) {
        return new BsonArray(values.stream().map(ToBson::value).toList());
    }

    @Override
    public BsonValue visitNull() {
        return BsonNull.VALUE;
    }

    @Override
    public BsonValue visitBool(Value.Bool value) {
        return BsonBoolean.valueOf(value.value());
    }

    @Override
    public BsonValue visitInt32(Value.Int32 value) {
        return new BsonInt32(value.value());
    }

    @Override
    public BsonValue visitInt64(Value.Int64 value) {
        return new BsonInt64(value.value());
    }

    @Override
    public BsonValue visitFloat64(Value.Float64 value) {
        return new BsonDouble(value.value());
    }

    @Override
    public BsonValue visitDecimal(Value.Decimal value) {
        return new BsonDecimal128(Decimal128.parse(value.value().toString()));
    }

    @Override
    public BsonValue visitText(Value.Text value) {
        return new BsonString(value.value());
    }

    @Override
    public BsonValue visitBinary(Value.Binary value) {
        return new BsonBinary((byte) value.subtype(), value.bytes().toArray());
    }

    @Override
    public BsonValue visitObjectId(Value.ObjectId value) {
        return BsonValues.id(value.hex());
    }

    @Override
    public BsonValue visitDate(Value.Date value) {
        return new BsonDateTime(value.epochMillis());
    }

    @Override
    public BsonValue visitTimestamp(Value.Timestamp value) {
        return new BsonTimestamp((int) value.seconds(), (int) value.increment());
    }

    @Override
    public BsonValue visitRegex(Value.Regex value) {
        return new BsonRegularExpression(value.pattern(), value.options());
    }

    @Override
    public BsonValue visitMinKey() {
        return new BsonMinKey();
    }

    @Override
    public BsonValue visitMaxKey() {
        return new BsonMaxKey();
    }

    @Override
    public BsonValue visitArray(Value.Array value) {
        return array(value.items());
    }

    @Override
    public BsonValue visitEmbedded(Value.Embedded value) {
        return document(value.document());
    }

    @Override
    public BsonValue visitForeign(Value.Foreign value) {
        return BsonMapping.stored(value);
    }
}
