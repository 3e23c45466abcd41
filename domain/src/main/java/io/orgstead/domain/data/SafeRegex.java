package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;

/**
 * A regular expression of the bounded, safe form that {@code $regex} takes.
 *
 * @param pattern the expression
 * @param options letters of {@code imsx}, in alphabetical order
 */
public record SafeRegex(String pattern, String options) {

    /** @throws InvalidValueException if the expression is not of the form */
    public SafeRegex {
        DocumentRules.requireCString(pattern);
        DocumentRules.requireCString(options);
    }
}
