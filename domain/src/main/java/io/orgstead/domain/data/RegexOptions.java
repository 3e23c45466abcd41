package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;

/**
 * How a regular expression is meant.
 *
 * @param anyCase regardless of case
 * @param lines whether {@code ^} and {@code $} mean every line
 * @param dotAll whether a dot means a line feed, too
 */
record RegexOptions(boolean anyCase, boolean lines, boolean dotAll) {

    static RegexOptions parse(String letters) {
        if (letters.length() > 10 || !letters.chars().allMatch(letter -> "ims".indexOf(letter) >= 0)) {
            throw new InvalidValueException("the options of a regular expression must be letters of i, m and s");
        }
        return new RegexOptions(letters.contains("i"), letters.contains("m"), letters.contains("s"));
    }

    /** In alphabetical order, as MongoDB stores them. */
    @Override
    public String toString() {
        return (anyCase ? "i" : "") + (lines ? "m" : "") + (dotAll ? "s" : "");
    }
}
