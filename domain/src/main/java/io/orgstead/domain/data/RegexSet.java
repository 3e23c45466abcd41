package io.orgstead.domain.data;

import io.orgstead.domain.data.CharacterSet.Range;
import java.util.ArrayList;
import java.util.List;

/** Collects the characters of a set, with those that differ in nothing but case if that does not matter. */
final class RegexSet {

    private static final int ASCII_END = 0x7F;

    private final List<Range> ranges = new ArrayList<>();
    private final boolean anyCase;

    RegexSet(boolean anyCase) {
        this.anyCase = anyCase;
    }

    RegexSet add(int character) {
        if (!anyCase) {
            ranges.add(Range.of(character));
        } else if (!CaseFolding.knows(character)) {
            throw RegexParser.refused("has a letter for which the option i is not defined here");
        } else {
            CaseFolding.variants(character).forEach(variant -> ranges.add(Range.of(variant)));
        }
        return this;
    }

    RegexSet addRange(int from, int to) {
        if (!anyCase) {
            ranges.add(new Range(from, to));
        } else if (to > ASCII_END) {
            throw RegexParser.refused("may have ranges of ASCII only with the option i");
        } else {
            for (int character = from; character <= to; character++) {
                add(character);
            }
        }
        return this;
    }

    /** Characters to which case does not matter anyway. */
    RegexSet addAll(List<Range> others) {
        ranges.addAll(others);
        return this;
    }

    CharacterSet build() {
        return CharacterSet.of(ranges);
    }
}
