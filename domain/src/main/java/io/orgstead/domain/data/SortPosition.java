package io.orgstead.domain.data;

import java.util.List;

/**
 * The place of a document in an order: what it has for each key of the {@link SortOrder}, as {@link SortKeys} finds it.
 *
 * @param keys one for each key, the {@code _id} last
 */
public record SortPosition(List<Value> keys) {

    /** Takes a copy. */
    public SortPosition {
        keys = List.copyOf(keys);
    }
}
