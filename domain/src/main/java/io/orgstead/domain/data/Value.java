package io.orgstead.domain.data;

import java.util.List;

/**
 * A value in an organization's document: the types of BSON (bsonspec.org) that a client may store. Immutable. Two values are
 * {@linkplain Object#equals equal} if they are the same in type and content; MongoDB's own comparison, in which 1 and 1.0 are
 * equal, is {@link ValueOrder}'s.
 */
public sealed interface Value {

    /**
     * Its type.
     *
     * @return never null
     */
    ValueType type();

    /**
     * Does something for each type.
     *
     * @param visitor what to do
     * @param <R> what comes out
     * @return what the visitor's method gave
     */
    <R> R accept(Visitor<R> visitor);

    /** Null. A field that holds it is there, other than one that is missing. */
    record Null() implements Value {

        /** The only one needed. */
        public static final Null INSTANCE = new Null();

        @Override
        public ValueType type() {
            return ValueType.NULL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNull();
        }
    }

    /**
     * True or false.
     *
     * @param value which
     */
    record Bool(boolean value) implements Value {

        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBool(this);
        }
    }

    /**
     * A number of 32 bits.
     *
     * @param value it
     */
    record Int32(int value) implements Value {

        @Override
        public ValueType type() {
            return ValueType.INT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInt32(this);
        }
    }

    /**
     * A number of 64 bits.
     *
     * @param value it
     */
    record Int64(long value) implements Value {

        @Override
        public ValueType type() {
            return ValueType.LONG;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInt64(this);
        }
    }

    /**
     * A binary floating-point number (IEEE 754, 64 bits), NaN and the infinities included.
     *
     * @param value it
     */
    record Float64(double value) implements Value {

        @Override
        public ValueType type() {
            return ValueType.DOUBLE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFloat64(this);
        }
    }

    /**
     * A decimal floating-point number.
     *
     * @param value it
     */
    record Decimal(Decimal128 value) implements Value {

        @Override
        public ValueType type() {
            return ValueType.DECIMAL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDecimal(this);
        }
    }

    /**
     * Text.
     *
     * @param value well-formed Unicode: a surrogate only in a pair
     */
    record Text(String value) implements Value {

        /** @throws io.orgstead.domain.failure.InvalidValueException if a surrogate is not in a pair */
        public Text {
            DocumentRules.requireWellFormed(value);
        }

        @Override
        public ValueType type() {
            return ValueType.STRING;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitText(this);
        }
    }

    /**
     * Bytes.
     *
     * @param subtype what they are, 0 to 255, as in BSON
     * @param bytes the bytes
     */
    record Binary(int subtype, Bytes bytes) implements Value {

        /** @throws IllegalArgumentException if the subtype is out of range */
        public Binary {
            if (subtype < 0 || subtype > 255) {
                throw new IllegalArgumentException("a binary subtype is 0 to 255");
            }
        }

        @Override
        public ValueType type() {
            return ValueType.BINARY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /**
     * An identifier of 12 bytes.
     *
     * @param hex 24 lower-case hexadecimal digits
     */
    record ObjectId(String hex) implements Value {

        /** @throws io.orgstead.domain.failure.InvalidValueException if it is not written that way */
        public ObjectId {
            DocumentRules.requireObjectId(hex);
        }

        @Override
        public ValueType type() {
            return ValueType.OBJECT_ID;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitObjectId(this);
        }
    }

    /**
     * A moment.
     *
     * @param epochMillis milliseconds since 1970-01-01T00:00:00Z
     */
    record Date(long epochMillis) implements Value {

        @Override
        public ValueType type() {
            return ValueType.DATE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDate(this);
        }
    }

    /**
     * MongoDB's own time stamp, for its replication.
     *
     * @param seconds since 1970, 0 to 2^32 - 1
     * @param increment the order within a second, 0 to 2^32 - 1
     */
    record Timestamp(long seconds, long increment) implements Value {

        /** @throws IllegalArgumentException if a part is out of range */
        public Timestamp {
            if (seconds >>> 32 != 0 || increment >>> 32 != 0) {
                throw new IllegalArgumentException("a part of a timestamp is 0 to 4294967295");
            }
        }

        @Override
        public ValueType type() {
            return ValueType.TIMESTAMP;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTimestamp(this);
        }
    }

    /**
     * A regular expression kept as data. Nothing evaluates it.
     *
     * @param pattern without NUL
     * @param options letters in alphabetical order, without NUL
     */
    record Regex(String pattern, String options) implements Value {

        /** @throws io.orgstead.domain.failure.InvalidValueException if a part holds NUL or a lone surrogate */
        public Regex {
            DocumentRules.requireCString(pattern);
            DocumentRules.requireCString(options);
        }

        @Override
        public ValueType type() {
            return ValueType.REGEX;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRegex(this);
        }
    }

    /** Less than every other value. */
    record MinKey() implements Value {

        @Override
        public ValueType type() {
            return ValueType.MIN_KEY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMinKey();
        }
    }

    /** Greater than every other value. */
    record MaxKey() implements Value {

        @Override
        public ValueType type() {
            return ValueType.MAX_KEY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMaxKey();
        }
    }

    /**
     * A list of values.
     *
     * @param items them, in order
     */
    record Array(List<Value> items) implements Value {

        /** Takes a copy. */
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public ValueType type() {
            return ValueType.ARRAY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitArray(this);
        }
    }

    /**
     * A document within a document, or the whole.
     *
     * @param document its fields
     */
    record Embedded(Document document) implements Value {

        @Override
        public ValueType type() {
            return ValueType.OBJECT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEmbedded(this);
        }
    }

    /**
     * A value of a type that BSON has given up or that is code ({@code undefined}, {@code symbol}, {@code javascript},
     * {@code dbPointer}), found in a document that another program wrote. Shown, never accepted.
     *
     * @param type one of those
     * @param extendedJson the value as Extended JSON
     */
    record Foreign(ValueType type, String extendedJson) implements Value {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitForeign(this);
        }
    }

    /**
     * What to do for each type of value.
     *
     * @param <R> what comes out
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Visitor<R> {

        R visitNull();

        R visitBool(Bool value);

        R visitInt32(Int32 value);

        R visitInt64(Int64 value);

        R visitFloat64(Float64 value);

        R visitDecimal(Decimal value);

        R visitText(Text value);

        R visitBinary(Binary value);

        R visitObjectId(ObjectId value);

        R visitDate(Date value);

        R visitTimestamp(Timestamp value);

        R visitRegex(Regex value);

        R visitMinKey();

        R visitMaxKey();

        R visitArray(Array value);

        R visitEmbedded(Embedded value);

        R visitForeign(Foreign value);
    }
}
