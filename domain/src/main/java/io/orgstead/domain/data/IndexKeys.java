package io.orgstead.domain.data;

import io.orgstead.domain.failure.QueryRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a document has in an index: MongoDB's own rule, without a store. A missing field counts as null, and an empty array at the
 * end of a path as {@link ValueType#UNDEFINED}, below null. An array that a path leads to or through gives an entry for each item.
 */
public final class IndexKeys {

    private IndexKeys() {}

    /**
     * Finds the entries of a document.
     *
     * @param index the index
     * @param document the document
     * @return one for each item of the array that it has in the fields, else a single one; equal ones may be among them. Each has a
     *     value for every key of the index. Empty if no index can hold the document, for it has arrays in two of the fields
     */
    public static Optional<List<SortPosition>> of(IndexDefinition index, Document document) {
        List<SortPosition> entries = new ArrayList<>();
        try {
            new SortKeyWalk(entries::add).collect(index.keys(), document);
        } catch (QueryRefusedException e) {
            return Optional.empty();
        }
        return Optional.of(List.copyOf(entries));
    }

    /**
     * Says whether two entries are equal, so that a unique index holds only one of them.
     *
     * @param left an entry
     * @param right another of the same index
     * @return true if each value of one equals its counterpart as MongoDB compares them
     */
    public static boolean equal(SortPosition left, SortPosition right) {
        for (int i = 0; i < left.keys().size(); i++) {
            if (!ValueOrder.equal(left.keys().get(i), right.keys().get(i))) {
                return false;
            }
        }
        return true;
    }
}
