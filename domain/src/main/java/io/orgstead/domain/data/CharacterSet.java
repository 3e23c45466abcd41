package io.orgstead.domain.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of characters (code points).
 *
 * @param low which of 0 to 63 are in it, bit by bit
 * @param high which of 64 to 127 are in it
 * @param beyond ranges of others
 * @param allBut whether all others are in it but for those ranges
 */
record CharacterSet(long low, long high, List<Range> beyond, boolean allBut) {

    private static final int ASCII = 128;

    /** From one code point to another, both included. */
    record Range(int from, int to) {

        static Range of(int one) {
            return new Range(one, one);
        }

        boolean has(int codePoint) {
            return from <= codePoint && codePoint <= to;
        }
    }

    /** The digits of ASCII. */
    static final List<Range> DIGITS = List.of(new Range('0', '9'));

    /** The letters and digits of ASCII, and the low line. */
    static final List<Range> WORD =
            List.of(new Range('0', '9'), new Range('A', 'Z'), Range.of('_'), new Range('a', 'z'));

    /** The white space of ASCII. */
    static final List<Range> SPACE = List.of(new Range('\t', '\r'), Range.of(' '));

    CharacterSet {
        beyond = List.copyOf(beyond);
    }

    static CharacterSet of(List<Range> ranges) {
        long low = 0;
        long high = 0;
        List<Range> beyond = new ArrayList<>();
        for (Range range : ranges) {
            for (int c = range.from(); c <= Math.min(range.to(), ASCII - 1); c++) {
                low |= c < 64 ? 1L << c : 0;
                high |= c >= 64 ? 1L << c : 0;
            }
            if (range.to() >= ASCII) {
                beyond.add(new Range(Math.max(range.from(), ASCII), range.to()));
            }
        }
        return new CharacterSet(low, high, beyond, false);
    }

    CharacterSet negated() {
        return new CharacterSet(~low, ~high, beyond, !allBut);
    }

    boolean has(int codePoint) {
        if (codePoint < ASCII) {
            return ((codePoint < 64 ? low : high) >>> codePoint & 1) != 0;
        }
        for (Range range : beyond) {
            if (range.has(codePoint)) {
                return !allBut;
            }
        }
        return allBut;
    }

    /** The ranges of the characters that are not in one of these. */
    static List<Range> complement(List<Range> sorted) {
        List<Range> others = new ArrayList<>();
        int next = 0;
        for (Range range : sorted) {
            if (next < range.from()) {
                others.add(new Range(next, range.from() - 1));
            }
            next = range.to() + 1;
        }
        others.add(new Range(next, Character.MAX_CODE_POINT));
        return others;
    }
}
