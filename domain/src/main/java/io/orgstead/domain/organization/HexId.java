package io.orgstead.domain.organization;

import io.orgstead.domain.failure.InvalidValueException;

/** The rule that all identifiers share: 24 lower-case hexadecimal digits, the text form of a MongoDB ObjectId. */
final class HexId {

    private static final int LENGTH = 24;

    private HexId() {}

    static String require(String value) {
        if (value.length() != LENGTH || !value.chars().allMatch(HexId::isLowerHex)) {
            throw new InvalidValueException("must be 24 lower-case hexadecimal digits");
        }
        return value;
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
