package io.orgstead.domain.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which characters differ in nothing but case, for the alphabets in which that is settled. */
final class CaseFolding {

    private static final int LATIN_TO_CYRILLIC_END = 0x052F;

    private CaseFolding() {}

    static boolean knows(int codePoint) {
        return codePoint <= LATIN_TO_CYRILLIC_END;
    }

    /** The character and the others that are the same but for case. */
    static List<Integer> variants(int codePoint) {
        return Variants.BY_FOLDED.getOrDefault(folded(codePoint), List.of(codePoint));
    }

    private static int folded(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    private static final class Variants {

        static final Map<Integer, List<Integer>> BY_FOLDED = new TreeMap<>();

        static {
            for (int c = 0; c <= Character.MAX_VALUE; c++) {
                if (folded(c) != c || Character.isLetter(c)) {
                    BY_FOLDED
                            .computeIfAbsent(folded(c), folded -> new ArrayList<>())
                            .add(c);
                }
            }
        }
    }
}
