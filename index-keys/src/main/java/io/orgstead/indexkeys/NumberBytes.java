package io.orgstead.indexkeys;

import io.orgstead.domain.data.Decimal128;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Numbers as bytes that compare as the numbers do, exactly and whatever their types: a sign, the place of the first digit, the
 * digits in pairs, an end; for negative numbers with every bit but those of the sign turned.
 */
final class NumberBytes {

    private static final byte[] NAN = {1};
    private static final byte[] LEAST = {2};
    private static final int NEGATIVE = 3;
    private static final byte[] ZERO = {4};
    private static final int POSITIVE = 5;
    private static final byte[] GREATEST = {6};

    private NumberBytes() {}

    static byte[] of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    static byte[] of(double number) {
        if (Double.isNaN(number)) {
            return NAN.clone();
        }
        if (Double.isInfinite(number)) {
            return infinite(number < 0);
        }
        return of(new BigDecimal(number));
    }

    static byte[] of(Decimal128 number) {
        Optional<BigDecimal> finite = number.number();
        if (finite.isPresent()) {
            return of(finite.get());
        }
        return number.isNaN() ? NAN.clone() : infinite(number.isNegative());
    }

    private static byte[] infinite(boolean negative) {
        return negative ? LEAST.clone() : GREATEST.clone();
    }

    private static byte[] of(BigDecimal number) {
        if (number.signum() == 0) {
            return ZERO.clone();
        }
        BigDecimal stripped = number.abs().stripTrailingZeros();
        String digits = stripped.unscaledValue().toString();
        int place = digits.length() - stripped.scale();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(place ^ Integer.MIN_VALUE)
                .array());
        for (int i = 0; i < digits.length(); i += 2) {
            int second = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
            bytes.write((digits.charAt(i) - '0') * 10 + second + 1);
        }
        bytes.write(0);
        return signed(bytes.toByteArray(), number.signum() < 0);
    }

    private static byte[] signed(byte[] magnitude, boolean negative) {
        byte[] signed = new byte[magnitude.length + 1];
        signed[0] = (byte) (negative ? NEGATIVE : POSITIVE);
        for (int i = 0; i < magnitude.length; i++) {
            signed[i + 1] = (byte) (negative ? ~magnitude[i] : magnitude[i]);
        }
        return signed;
    }
}
