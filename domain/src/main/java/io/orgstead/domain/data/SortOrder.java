package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The order of a list: by one field, then by the next, and in the end always by {@code _id}, so that no two documents have the
 * same place.
 *
 * @param keys with the {@code _id} as the last, at most {@value #MAX_KEYS} before it
 */
public record SortOrder(List<Key> keys) {

    /** The most fields to sort by, the {@code _id} not counted. */
    public static final int MAX_KEYS = 8;

    /** By {@code _id} alone, ascending. */
    public static final SortOrder BY_ID = new SortOrder(List.of());

    /**
     * A field to sort by.
     *
     * @param path the field
     * @param ascending whether the least comes first
     */
    public record Key(FieldPath path, boolean ascending) {}

    /**
     * Adds the {@code _id} if it is not there; what stands behind it decides nothing and is left out.
     *
     * @throws InvalidValueException if there are too many keys, or a field stands twice
     */
    public SortOrder {
        Set<FieldPath> seen = new HashSet<>();
        List<Key> complete = new ArrayList<>();
        boolean byId = false;
        for (Key key : keys) {
            if (!seen.add(key.path())) {
                throw new InvalidValueException("sort must not name a field twice");
            }
            if (!byId) {
                complete.add(key);
            }
            byId |= key.path().equals(FieldPath.ID);
        }
        if (seen.size() > MAX_KEYS + 1) {
            throw new InvalidValueException("sort must not name more than " + MAX_KEYS + " fields");
        }
        if (!byId) {
            complete.add(new Key(FieldPath.ID, true));
        }
        keys = List.copyOf(complete);
    }

    /**
     * Reads an order in MongoDB's notation.
     *
     * @param document such as {@code {n: -1, name: 1}}: 1 for ascending and -1 for descending, in numbers of any type
     * @return the order
     * @throws InvalidValueException if it is not written that way, or there are too many keys
     */
    public static SortOrder parse(Document document) {
        List<Key> keys = new ArrayList<>();
        document.fields().forEach((name, direction) -> {
            OptionalInt number = Numbers.whole(direction);
            if (number.isEmpty() || Math.abs(number.getAsInt()) != 1) {
                throw new InvalidValueException("sort must say 1 or -1 for each field");
            }
            keys.add(new Key(new FieldPath(name), number.getAsInt() == 1));
        });
        return new SortOrder(keys);
    }
}
