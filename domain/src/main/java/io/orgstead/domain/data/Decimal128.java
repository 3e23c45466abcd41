package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A decimal floating-point number of IEEE 754-2008, decimal128: 34 digits, exponents from -6176 to 6111, signed zeros, infinities
 * and NaN. Trailing zeros are kept: 1.10 stays 1.10.
 */
public final class Decimal128 {

    private static final int DIGITS = 34;
    private static final int LOWEST_EXPONENT = -6176;
    private static final int HIGHEST_EXPONENT = 6111;
    private static final int LONGEST_TEXT = 6200;
    private static final Pattern FINITE = Pattern.compile("([+-]?)(\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,6})?");
    private static final Pattern SPECIAL = Pattern.compile("(?i)([+-]?)(nan|inf|infinity)");

    private final String text;
    private final Optional<BigDecimal> number;

    private Decimal128(String text, Optional<BigDecimal> number) {
        this.text = text;
        this.number = number;
    }

    /**
     * Reads a number as the decimal128 string specification of MongoDB's drivers writes them.
     *
     * @param text such as {@code 1.10}, {@code -1E+3}, {@code NaN}, {@code -Infinity}
     * @return the number
     * @throws InvalidValueException if it is none, or has more digits or a larger exponent than there is room for
     */
    public static Decimal128 parse(String text) {
        var special = SPECIAL.matcher(text);
        if (special.matches()) {
            boolean nan = special.group(2).equalsIgnoreCase("nan");
            String sign = !nan && special.group(1).equals("-") ? "-" : "";
            return new Decimal128(sign + (nan ? "NaN" : "Infinity"), Optional.empty());
        }
        var finite = FINITE.matcher(text);
        if (text.length() > LONGEST_TEXT || !finite.matches()) {
            throw new InvalidValueException("must be a decimal number");
        }
        BigDecimal number = fitted(new BigDecimal(text));
        boolean negativeZero = number.signum() == 0 && finite.group(1).equals("-");
        return new Decimal128((negativeZero ? "-" : "") + number, Optional.of(number));
    }

    /**
     * The number of a decimal.
     *
     * @param number finite
     * @return the number
     * @throws InvalidValueException if it has more digits or a larger exponent than there is room for
     */
    public static Decimal128 of(BigDecimal number) {
        BigDecimal fitted = fitted(number);
        return new Decimal128(fitted.toString(), Optional.of(fitted));
    }

    /** Zeros are shed or added at the end where only that makes the exponent fit; nothing is ever rounded. */
    private static BigDecimal fitted(BigDecimal number) {
        int exponent = -number.scale();
        BigDecimal fitted = number;
        if (number.signum() == 0) {
            fitted = BigDecimal.valueOf(0, -Math.max(LOWEST_EXPONENT, Math.min(HIGHEST_EXPONENT, exponent)));
        } else {
            try {
                int wanted = Math.max(Math.min(exponent, HIGHEST_EXPONENT), LOWEST_EXPONENT);
                wanted = Math.max(wanted, exponent + number.precision() - DIGITS);
                if (wanted != exponent) {
                    requireNear(wanted, exponent, number.precision());
                    fitted = number.setScale(-wanted);
                }
            } catch (ArithmeticException e) {
                throw tooLarge();
            }
        }
        if (fitted.precision() > DIGITS || -fitted.scale() > HIGHEST_EXPONENT || -fitted.scale() < LOWEST_EXPONENT) {
            throw tooLarge();
        }
        return fitted;
    }

    /** Tried out, a million zeros would cost seconds: there is room for 34 more at most, and no number ends with all its digits. */
    private static void requireNear(int wanted, int exponent, int digits) {
        if (exponent - (long) wanted > DIGITS || wanted - (long) exponent >= digits) {
            throw tooLarge();
        }
    }

    private static InvalidValueException tooLarge() {
        return new InvalidValueException(
                "must be a decimal number of at most 34 digits and exponents from -6176 to 6111");
    }

    /**
     * The number, if it is finite.
     *
     * @return empty for NaN and the infinities; negative zero is zero here
     */
    public Optional<BigDecimal> number() {
        return number;
    }

    /**
     * Whether it is not a number.
     *
     * @return true for NaN alone
     */
    public boolean isNaN() {
        return text.equals("NaN");
    }

    /**
     * Whether it is below zero, negative zero and negative infinity included.
     *
     * @return true if its text begins with a minus
     */
    public boolean isNegative() {
        return text.startsWith("-");
    }

    /** Its canonical text, which {@link #parse} reads back to an equal one. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decimal128 decimal && text.equals(decimal.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
