package io.orgstead.domain.data;

import java.util.List;

/**
 * Which fields of a document are shown: all, only these, or all but these. The {@code _id} is always shown. Paths go through
 * arrays, to the fields of each item.
 *
 * @param kind which of the three
 * @param paths the fields; none for {@link Kind#ALL}
 */
public record Projection(Kind kind, List<FieldPath> paths) {

    /** Everything. */
    public static final Projection ALL = new Projection(Kind.ALL, List.of());

    /** The most fields to name. */
    public static final int MAX_PATHS = 100;

    /** The kinds. */
    public enum Kind {
        /** Everything. */
        ALL,
        /** Only the fields named. */
        ONLY,
        /** All but the fields named. */
        WITHOUT
    }

    /**
     * Takes a copy.
     *
     * @throws io.orgstead.domain.failure.InvalidValueException if there are too many
     */
    public Projection {
        paths = List.copyOf(paths);
        if (paths.size() > MAX_PATHS) {
            throw new io.orgstead.domain.failure.InvalidValueException(
                    "fields must not name more than " + MAX_PATHS + " fields");
        }
    }
}
