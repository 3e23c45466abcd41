package io.orgstead.domain.data;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The order of values that MongoDB sorts by, across all types: first by {@link #classOf(Value) class}, then by content. Numbers
 * are compared by what they are worth, exactly, whatever their type: 1, 1.0 and 1.00 are equal, NaN is below every other and equal
 * to itself, and negative zero is zero. Text is compared by code points, bytes by length first, documents field by field: by class
 * of the value, name, and value.
 *
 * <p>Values of types that BSON has given up ({@link Value.Foreign}) stand in their class, within it behind all others and in the
 * order of their Extended JSON.
 */
public final class ValueOrder {

    /** {@link #compare} as a comparator. */
    public static final Comparator<Value> COMPARATOR = ValueOrder::compare;

    private static final int UNDEFINED_CLASS = 0;
    private static final int INNER_LENGTH = 4;

    private ValueOrder() {}

    /**
     * Tells which types are compared with one another.
     *
     * @param value a value
     * @return a number that is the same for all values of a class, and greater the later the class sorts
     */
    public static int classOf(Value value) {
        return classOf(value.type());
    }

    /**
     * Tells which types are compared with one another.
     *
     * @param type a type
     * @return a number that is the same for all types of a class, and greater the later the class sorts
     */
    public static int classOf(ValueType type) {
        return switch (type) {
            case MIN_KEY -> -1;
            case UNDEFINED -> UNDEFINED_CLASS;
            case NULL -> 5;
            case DOUBLE, INT, LONG, DECIMAL -> 10;
            case STRING, SYMBOL -> 15;
            case OBJECT -> 20;
            case ARRAY -> 25;
            case BINARY -> 30;
            case OBJECT_ID -> 35;
            case BOOL -> 40;
            case DATE -> 45;
            case TIMESTAMP -> 47;
            case REGEX -> 50;
            case DB_POINTER -> 55;
            case JAVASCRIPT -> 60;
            case JAVASCRIPT_WITH_SCOPE -> 65;
            case MAX_KEY -> 127;
        };
    }

    /**
     * Tells whether two values are equal in this order.
     *
     * @param left a value
     * @param right another
     * @return true if neither sorts before the other
     */
    public static boolean equal(Value left, Value right) {
        return compare(left, right) == 0;
    }

    /**
     * Compares two values.
     *
     * @param left a value
     * @param right another
     * @return negative, zero or positive as the left one sorts before, with or after the right one
     */
    public static int compare(Value left, Value right) {
        int byClass = Integer.compare(classOf(left), classOf(right));
        if (byClass != 0) {
            return byClass;
        }
        if (left instanceof Value.Foreign || right instanceof Value.Foreign) {
            return compareForeign(left, right);
        }
        return left.accept(new AgainstSameClass(right));
    }

    private static int compareForeign(Value left, Value right) {
        if (classOf(left) == UNDEFINED_CLASS) {
            return 0;
        }
        if (left instanceof Value.Foreign one && right instanceof Value.Foreign other) {
            return compareText(one.extendedJson(), other.extendedJson());
        }
        return left instanceof Value.Foreign ? 1 : -1;
    }

    /** By code point, which is how the bytes of UTF-8 compare, but not the halves of UTF-16. */
    static int compareText(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                boolean sameKind = Character.isSurrogate(one) == Character.isSurrogate(other);
                return sameKind ? Character.compare(one, other) : Character.isSurrogate(one) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    static int compareDocuments(Document left, Document right) {
        Iterator<Map.Entry<String, Value>> one = left.fields().entrySet().iterator();
        Iterator<Map.Entry<String, Value>> other = right.fields().entrySet().iterator();
        while (one.hasNext() && other.hasNext()) {
            int order = compareFields(one.next(), other.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(one.hasNext(), other.hasNext());
    }

    private static int compareFields(Map.Entry<String, Value> left, Map.Entry<String, Value> right) {
        int order = Integer.compare(classOf(left.getValue()), classOf(right.getValue()));
        if (order == 0) {
            order = compareText(left.getKey(), right.getKey());
        }
        return order == 0 ? compare(left.getValue(), right.getValue()) : order;
    }

    private static int compareArrays(List<Value> left, List<Value> right) {
        int common = Math.min(left.size(), right.size());
        for (int i = 0; i < common; i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareBinary(Value.Binary left, Value.Binary right) {
        int order = Integer.compare(storedLength(left), storedLength(right));
        if (order == 0) {
            order = Integer.compare(left.subtype(), right.subtype());
        }
        return order == 0 ? left.bytes().compareContent(right.bytes()) : order;
    }

    /** The old form of subtype 2 repeats the length among the bytes. */
    private static int storedLength(Value.Binary value) {
        return value.bytes().length() + (value.subtype() == 2 ? INNER_LENGTH : 0);
    }

    /** A value against another one of the same class, which has no foreign ones. */
    private record AgainstSameClass(Value right) implements Value.Visitor<Integer> {

        @Override
        public Integer visitNull() {
            return 0;
        }

        @Override
        public Integer visitBool(Value.Bool value) {
            return Boolean.compare(value.value(), ((Value.Bool) right).value());
        }

        @Override
        public Integer visitInt32(Value.Int32 value) {
            return Numbers.compare(value, right);
        }

        @Override
        public Integer visitInt64(Value.Int64 value) {
            return Numbers.compare(value, right);
        }

        @Override
        public Integer visitFloat64(Value.Float64 value) {
            return Numbers.compare(value, right);
        }

        @Override
        public Integer visitDecimal(Value.Decimal value) {
            return Numbers.compare(value, right);
        }

        @Override
        public Integer visitText(Value.Text value) {
            return compareText(value.value(), ((Value.Text) right).value());
        }

        @Override
        public Integer visitBinary(Value.Binary value) {
            return compareBinary(value, (Value.Binary) right);
        }

        @Override
        public Integer visitObjectId(Value.ObjectId value) {
            return value.hex().compareTo(((Value.ObjectId) right).hex());
        }

        @Override
        public Integer visitDate(Value.Date value) {
            return Long.compare(value.epochMillis(), ((Value.Date) right).epochMillis());
        }

        @Override
        public Integer visitTimestamp(Value.Timestamp value) {
            Value.Timestamp other = (Value.Timestamp) right;
            int order = Long.compare(value.seconds(), other.seconds());
            return order == 0 ? Long.compare(value.increment(), other.increment()) : order;
        }

        @Override
        public Integer visitRegex(Value.Regex value) {
            Value.Regex other = (Value.Regex) right;
            int order = compareText(value.pattern(), other.pattern());
            return order == 0 ? compareText(value.options(), other.options()) : order;
        }

        @Override
        public Integer visitMinKey() {
            return 0;
        }

        @Override
        public Integer visitMaxKey() {
            return 0;
        }

        @Override
        public Integer visitArray(Value.Array value) {
            return compareArrays(value.items(), ((Value.Array) right).items());
        }

        @Override
        public Integer visitEmbedded(Value.Embedded value) {
            return compareDocuments(value.document(), ((Value.Embedded) right).document());
        }

        @Override
        public Integer visitForeign(Value.Foreign value) {
            throw new IllegalArgumentException("a foreign value is compared elsewhere");
        }
    }
}
