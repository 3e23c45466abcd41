package io.orgstead.domain.organization;

import io.orgstead.domain.failure.InvalidValueException;
import java.text.Normalizer;
import java.util.Objects;

/**
 * The name of an organization as its admin wrote it, in Unicode normalization form C and without surrounding white
 * space. Two names that derive the same {@link CollectionName} belong to the same organization.
 */
public final class OrganizationName {

    /** The fewest characters (code points) a name may have. */
    public static final int MIN_LENGTH = 3;

    /** The most characters (code points) a name may have. */
    public static final int MAX_LENGTH = 50;

    /** No text longer than this composes to a name short enough; composing a long one takes time beyond measure. */
    private static final int MAX_RAW_LENGTH = 10 * MAX_LENGTH;

    private final String value;

    private OrganizationName(String value) {
        this.value = value;
    }

    /**
     * Reads a name as somebody typed it: trims it and brings it into normalization form C.
     *
     * @param raw the text; 3 to 50 characters after trimming, at least one letter or digit, no control, format,
     *     surrogate or line-separating character
     * @return the name
     * @throws InvalidValueException if the text breaks the rule
     */
    public static OrganizationName parse(String raw) {
        String trimmed = trim(raw);
        if (trimmed.length() > MAX_RAW_LENGTH) {
            throw wrongLength();
        }
        if (trimmed.codePoints().anyMatch(OrganizationName::isForbidden)) {
            throw new InvalidValueException("must not contain control, format or surrogate characters");
        }
        String name = Normalizer.normalize(trimmed, Normalizer.Form.NFC);
        int length = name.codePointCount(0, name.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw wrongLength();
        }
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new InvalidValueException("must contain at least one letter or digit");
        }
        return new OrganizationName(name);
    }

    /**
     * Takes a name from a store as it is. Stores filled by other implementations may hold names that today's rule
     * refuses; their organizations must keep working.
     *
     * @param stored the text as stored
     * @return the name, unchanged
     */
    public static OrganizationName restore(String stored) {
        return new OrganizationName(Objects.requireNonNull(stored, "stored"));
    }

    /**
     * The name as it is shown.
     *
     * @return the text
     */
    public String value() {
        return value;
    }

    /**
     * The collection that an organization of this name gets.
     *
     * @return the derived name, equal for all names that count as the same
     */
    public CollectionName collectionName() {
        return CollectionName.of(this);
    }

    private static InvalidValueException wrongLength() {
        return new InvalidValueException("must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }

    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String trim(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isBlank(raw.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrganizationName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
