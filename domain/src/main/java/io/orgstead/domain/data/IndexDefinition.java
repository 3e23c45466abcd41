package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An index of an organization's own documents.
 *
 * @param name tells it from the organization's other indexes: 1 to 64 letters, digits, {@code _} and {@code -}; not {@code _id_}
 * @param keys the fields, in order, 1 to {@value #MAX_KEYS}; an array is indexed item by item
 * @param unique whether no two documents may have equal values in it; a missing field counts as null
 * @param expireAfter for an index on one field: documents are removed so long after the date in it
 */
public record IndexDefinition(String name, List<SortOrder.Key> keys, boolean unique, Optional<Duration> expireAfter) {

    /** The most fields of an index. */
    public static final int MAX_KEYS = 8;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final long MAX_EXPIRY_SECONDS = Integer.MAX_VALUE;

    /**
     * Checks it.
     *
     * @throws InvalidValueException if a rule is broken
     */
    public IndexDefinition {
        keys = List.copyOf(keys);
        if (!NAME.matcher(name).matches() || name.equals("_id_")) {
            throw new InvalidValueException(
                    "the name of an index must be 1 to 64 letters, digits, _ and -, and not _id_");
        }
        Set<FieldPath> seen = new HashSet<>();
        if (keys.isEmpty() || keys.size() > MAX_KEYS || !keys.stream().allMatch(key -> seen.add(key.path()))) {
            throw new InvalidValueException("an index must be on 1 to " + MAX_KEYS + " different fields");
        }
        if (expireAfter.isPresent()) {
            requireExpiry(keys, expireAfter.get());
        }
    }

    private static void requireExpiry(List<SortOrder.Key> keys, Duration expiry) {
        if (keys.size() != 1 || keys.get(0).path().equals(FieldPath.ID)) {
            throw new InvalidValueException("an index that removes documents must be on one field other than _id");
        }
        if (expiry.isNegative() || expiry.toSeconds() > MAX_EXPIRY_SECONDS || expiry.toNanosPart() != 0) {
            throw new InvalidValueException("documents expire after 0 to " + MAX_EXPIRY_SECONDS + " whole seconds");
        }
    }

    /**
     * The name of an index that was given none: its fields and directions, as MongoDB makes it, with other characters than
     * those of a name replaced by {@code _}.
     *
     * @param keys the fields
     * @return such as {@code status_1_created_at_-1}
     */
    public static String nameOf(List<SortOrder.Key> keys) {
        StringBuilder name = new StringBuilder();
        for (SortOrder.Key key : keys) {
            name.append(name.isEmpty() ? "" : "_")
                    .append(key.path().dotted().replaceAll("[^A-Za-z0-9_-]", "_"))
                    .append(key.ascending() ? "_1" : "_-1");
        }
        return name.length() <= 64 ? name.toString() : name.substring(0, 64);
    }
}
