package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.List;

/**
 * The way to a field: names with dots in between, where a number may also mean a place in an array ({@code lines.0.price}).
 *
 * @param dotted the whole
 */
public record FieldPath(String dotted) {

    /** The most names in a path. */
    public static final int MAX_NAMES = 20;

    /** The longest path, in characters. */
    public static final int MAX_LENGTH = 500;

    /** The path of the {@code _id}. */
    public static final FieldPath ID = new FieldPath(Document.ID);

    /**
     * Checks it.
     *
     * @throws InvalidValueException if a name is empty, begins with {@code $} or holds NUL, or there are too many, or it is too long
     */
    public FieldPath {
        DocumentRules.requireWellFormed(dotted);
        String[] names = dotted.split("\\.", -1);
        boolean fits = dotted.length() <= MAX_LENGTH && names.length <= MAX_NAMES && dotted.indexOf('\0') < 0;
        for (String name : names) {
            fits &= !name.isEmpty() && !name.startsWith("$");
        }
        if (!fits) {
            throw new InvalidValueException("a field path must be 1 to " + MAX_NAMES
                    + " names with dots in between, none of them empty or beginning with $, and at most " + MAX_LENGTH
                    + " characters");
        }
    }

    /**
     * Its names.
     *
     * @return at least one
     */
    public List<String> names() {
        return List.of(dotted.split("\\."));
    }
}
