package io.orgstead.extendedjson;

import io.orgstead.domain.data.Value;
import java.util.regex.Pattern;

/** Numbers from their text. */
final class Numbers {

    /** Nothing of this length or less leaves the range of a {@code long}. */
    private static final int SURELY_LONG = 18;

    private static final int LONGEST_LONG = 20;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern FINITE =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final int LONGEST_DOUBLE = 1_000;

    private Numbers() {}

    /** A whole number as JSON writes it. */
    static Value whole(String text, String path) {
        if (text.length() > LONGEST_LONG || (text.length() > SURELY_LONG && !fitsLong(text))) {
            return fraction(text, path);
        }
        long number = Long.parseLong(text);
        return number == (int) number ? new Value.Int32((int) number) : new Value.Int64(number);
    }

    private static boolean fitsLong(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A number as JSON writes it. */
    static Value fraction(String text, String path) {
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw Refusal.at(path, "must be in the range of a double");
        }
        return new Value.Float64(number);
    }

    static int toInt(String text, String path) {
        long number = toLong(text, path, "$numberInt must be a whole number of 32 bits");
        if (number != (int) number) {
            throw Refusal.at(path, "$numberInt must be a whole number of 32 bits");
        }
        return (int) number;
    }

    static long toLong(String text, String path) {
        return toLong(text, path, "$numberLong must be a whole number of 64 bits");
    }

    private static long toLong(String text, String path, String rule) {
        if (!WHOLE.matcher(text).matches() || !fitsLong(text)) {
            throw Refusal.at(path, rule);
        }
        return Long.parseLong(text);
    }

    static double toDouble(String text, String path) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> toFinite(text, path);
        };
    }

    private static double toFinite(String text, String path) {
        boolean finite = text.length() <= LONGEST_DOUBLE
                && FINITE.matcher(text).matches()
                && !Double.isInfinite(Double.parseDouble(text));
        if (!finite) {
            throw Refusal.at(path, "$numberDouble must be a number in the range of a double");
        }
        return Double.parseDouble(text);
    }
}
