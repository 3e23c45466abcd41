package io.orgstead.bootstrap;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that somebody may have meant. */
final class NearestName {

    /** With more than a third of the letters wrong, a guess would only confuse. */
    private static final int LETTERS_PER_ERROR = 3;

    private NearestName() {}

    /** The rest of a sentence that says that there is no such name. */
    static String hint(String name, Stream<String> known) {
        return of(name, known).map(nearest -> "; did you mean " + nearest + "?").orElse("; see --help");
    }

    /** The nearest of the known names by the edits that lead there (Levenshtein distance), if it is near. */
    static Optional<String> of(String name, Stream<String> known) {
        String meant = name.toLowerCase(Locale.ROOT);
        return known.min(Comparator.comparingInt(candidate -> distance(meant, candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> distance(meant, candidate.toLowerCase(Locale.ROOT))
                        <= Math.max(1, significant(meant) / LETTERS_PER_ERROR));
    }

    /** What all names share says nothing about which one is meant. */
    private static int significant(String name) {
        return (name.startsWith("orgstead_") ? name.substring("orgstead_".length()) : name).length();
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
