package io.orgstead.domain.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which characters differ in nothing but case, for those of which that is settled: no release of Unicode will change it. */
final class CaseFolding {

    /** The letters with case of Latin, Greek and Cyrillic, and scripts and signs without case. */
    private static final List<CharacterSet.Range> KNOWN = List.of(
            new CharacterSet.Range(0, 0x52F),
            new CharacterSet.Range(0x590, 0x74F),
            new CharacterSet.Range(0x900, 0xEFF),
            new CharacterSet.Range(0x1E00, 0x1EFF),
            new CharacterSet.Range(0x2010, 0x205F),
            new CharacterSet.Range(0x20A0, 0x20BF),
            new CharacterSet.Range(0x3000, 0x9FFF),
            new CharacterSet.Range(0xAC00, 0xD7A3),
            new CharacterSet.Range(0x1F300, 0x1FAFF));

    private static final int CAPITAL_DOTTED_I = 0x130;
    private static final int SMALL_DOTLESS_I = 0x131;

    private CaseFolding() {}

    static boolean knows(int codePoint) {
        return KNOWN.stream().anyMatch(range -> range.has(codePoint));
    }

    /** The character and the others that are the same but for case. */
    static List<Integer> variants(int codePoint) {
        return Variants.BY_FOLDED.getOrDefault(folded(codePoint), List.of(codePoint));
    }

    /** The two letters i of Turkish belong to no other. */
    private static int folded(int codePoint) {
        return codePoint == CAPITAL_DOTTED_I || codePoint == SMALL_DOTLESS_I
                ? codePoint
                : Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    private static final class Variants {

        static final Map<Integer, List<Integer>> BY_FOLDED = new HashMap<>();

        static {
            for (int c = 0; c <= Character.MAX_VALUE; c++) {
                if (folded(c) != c) {
                    BY_FOLDED
                            .computeIfAbsent(folded(c), folded -> new ArrayList<>(List.of(folded)))
                            .add(c);
                }
            }
        }
    }
}
