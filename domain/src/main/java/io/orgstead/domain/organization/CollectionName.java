package io.orgstead.domain.organization;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.Locale;

/**
 * The name of the collection that holds an organization's own data, and at the same time the key on which organizations
 * are unique.
 *
 * <p>It is {@code org_} and the organization's name in lower case (root locale), every character that is neither a
 * letter nor a digit nor {@code _} replaced by {@code _}. For ASCII that is exactly the seed document's rule; letters of
 * other scripts are kept, so that names in them do not all collide.
 *
 * @param value starts with {@code org_}, otherwise only letters, digits and {@code _} where it was derived
 */
public record CollectionName(String value) {

    /** What the name of every organization's collection starts with. */
    public static final String PREFIX = "org_";

    /**
     * A collection's name from its text, as a store holds it.
     *
     * @throws InvalidValueException if the text does not start with {@value #PREFIX}, or has a character that no store
     *     takes ({@code $} or NUL)
     */
    public CollectionName {
        if (!value.startsWith(PREFIX) || value.indexOf('$') >= 0 || value.indexOf('\0') >= 0) {
            throw new InvalidValueException("must start with " + PREFIX + " and have neither $ nor NUL");
        }
    }

    static CollectionName of(OrganizationName name) {
        StringBuilder collection = new StringBuilder(PREFIX);
        name.value()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(c -> Character.isLetterOrDigit(c) ? c : '_')
                .forEach(collection::appendCodePoint);
        return new CollectionName(collection.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
