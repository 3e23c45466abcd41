package io.orgstead.application.internal.data;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** Feeds values to a digest so that two that differ in type or content are never the same bytes: each says its type and how long it is. */
public final class ValueDigest implements Value.Visitor<ValueDigest> {

    private final MessageDigest digest;

    /** Feeds this. */
    public ValueDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** Adds all fields in their order. */
    public ValueDigest add(Document document) {
        ValueDigest soFar = number(document.fields().size());
        for (Map.Entry<String, Value> field : document.fields().entrySet()) {
            soFar = soFar.add(field.getKey()).add(field.getValue());
        }
        return soFar;
    }

    ValueDigest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    private ValueDigest add(byte[] bytes) {
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    private ValueDigest add(Value value) {
        number(value.type().number());
        return value.accept(this);
    }

    private ValueDigest number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return this;
    }

    @Override
    public ValueDigest visitNull() {
        return this;
    }

    @Override
    public ValueDigest visitBool(Value.Bool value) {
        return number(value.value() ? 1 : 0);
    }

    @Override
    public ValueDigest visitInt32(Value.Int32 value) {
        return number(value.value());
    }

    @Override
    public ValueDigest visitInt64(Value.Int64 value) {
        return number(value.value());
    }

    @Override
    public ValueDigest visitFloat64(Value.Float64 value) {
        return number(Double.doubleToLongBits(value.value()));
    }

    @Override
    public ValueDigest visitDecimal(Value.Decimal value) {
        return add(value.value().toString());
    }

    @Override
    public ValueDigest visitText(Value.Text value) {
        return add(value.value());
    }

    @Override
    public ValueDigest visitBinary(Value.Binary value) {
        return number(value.subtype()).add(value.bytes().toArray());
    }

    @Override
    public ValueDigest visitObjectId(Value.ObjectId value) {
        return add(value.hex());
    }

    @Override
    public ValueDigest visitDate(Value.Date value) {
        return number(value.epochMillis());
    }

    @Override
    public ValueDigest visitTimestamp(Value.Timestamp value) {
        return number(value.seconds()).number(value.increment());
    }

    @Override
    public ValueDigest visitRegex(Value.Regex value) {
        return add(value.pattern()).add(value.options());
    }

    @Override
    public ValueDigest visitMinKey() {
        return this;
    }

    @Override
    public ValueDigest visitMaxKey() {
        return this;
    }

    @Override
    public ValueDigest visitArray(Value.Array value) {
        ValueDigest soFar = number(value.items().size());
        for (Value item : value.items()) {
            soFar = soFar.add(item);
        }
        return soFar;
    }

    @Override
    public ValueDigest visitEmbedded(Value.Embedded value) {
        return add(value.document());
    }

    @Override
    public ValueDigest visitForeign(Value.Foreign value) {
        return add(value.extendedJson());
    }
}
