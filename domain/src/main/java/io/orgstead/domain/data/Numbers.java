package io.orgstead.domain.data;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** Numbers of all types by what they are worth. */
final class Numbers {

    private Numbers() {}

    /** Both must be numbers. */
    static int compare(Value left, Value right) {
        if (isInteger(left) && isInteger(right)) {
            return Long.compare(integer(left), integer(right));
        }
        int order = Kind.of(left).compareTo(Kind.of(right));
        if (order != 0 || Kind.of(left) != Kind.FINITE) {
            return order;
        }
        if (left instanceof Value.Float64 one && right instanceof Value.Float64 other) {
            // Adding zero turns negative zero into zero.
            return Double.compare(one.value() + 0.0, other.value() + 0.0);
        }
        return exact(left).compareTo(exact(right));
    }

    static boolean isNaN(Value value) {
        return value.type().isNumber() && Kind.of(value) == Kind.NAN;
    }

    /** A finite number as a decimal, exactly. */
    static BigDecimal exact(Value value) {
        if (value instanceof Value.Float64 binary) {
            return new BigDecimal(binary.value());
        }
        if (value instanceof Value.Decimal decimal) {
            return decimal.value().number().orElseThrow();
        }
        return BigDecimal.valueOf(integer(value));
    }

    /** The number as an int, whatever its type. Empty if it is none, or not whole, or out of range. */
    static OptionalInt whole(Value value) {
        if (!value.type().isNumber() || Kind.of(value) != Kind.FINITE) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(exact(value).intValueExact());
        } catch (ArithmeticException notWhole) {
            return OptionalInt.empty();
        }
    }

    static boolean isZero(Value value) {
        return value.type().isNumber()
                && Kind.of(value) == Kind.FINITE
                && exact(value).signum() == 0;
    }

    private static boolean isInteger(Value value) {
        return value instanceof Value.Int32 || value instanceof Value.Int64;
    }

    private static long integer(Value value) {
        return value instanceof Value.Int32 small ? small.value() : ((Value.Int64) value).value();
    }

    /** In their order. */
    private enum Kind {
        NAN,
        NEGATIVE_INFINITY,
        FINITE,
        INFINITY;

        static Kind of(Value value) {
            if (value instanceof Value.Float64 binary) {
                double number = binary.value();
                return Double.isNaN(number) ? NAN : Double.isInfinite(number) ? infinity(number < 0) : FINITE;
            }
            if (value instanceof Value.Decimal decimal) {
                Decimal128 number = decimal.value();
                return number.isNaN() ? NAN : number.number().isEmpty() ? infinity(number.isNegative()) : FINITE;
            }
            return FINITE;
        }

        private static Kind infinity(boolean negative) {
            return negative ? NEGATIVE_INFINITY : INFINITY;
        }
    }
}
