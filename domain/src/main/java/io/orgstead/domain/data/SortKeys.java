package io.orgstead.domain.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where documents stand in an order: MongoDB's own rule, without a store. A missing field sorts as null. Of an array that a path
 * leads to or through, the item that sorts first in the order counts; an empty one at the end of a path sorts below null. Where
 * several fields lead into one array, they are taken from one and the same item.
 */
public final class SortKeys {

    /** What an empty array sorts as: below null. */
    static final Value EMPTY_ARRAY = new Value.Foreign(ValueType.UNDEFINED, "{\"$undefined\":true}");

    private SortKeys() {}

    /**
     * Finds the place of a document.
     *
     * @param order an order
     * @param document a document with its {@code _id}
     * @return what the document has for each key of the order. Where that is an empty array, it is a {@link Value.Foreign} of type
     *     {@link ValueType#UNDEFINED}
     * @throws io.orgstead.domain.failure.QueryRefusedException if fields of the order lead into different arrays of the document, or a
     *     number in a path may mean two things in it; such a document has no place
     */
    public static SortPosition of(SortOrder order, Document document) {
        List<SortPosition> candidates = new ArrayList<>();
        new SortKeyWalk(candidates::add).collect(order.keys(), document);
        return candidates.stream().min(comparator(order)).orElseThrow();
    }

    /**
     * Compares places.
     *
     * @param order the order that they are in
     * @return negative, zero or positive as the first place comes before, with or after the other
     */
    public static Comparator<SortPosition> comparator(SortOrder order) {
        return (left, right) -> {
            for (int i = 0; i < order.keys().size(); i++) {
                int difference =
                        ValueOrder.compare(left.keys().get(i), right.keys().get(i));
                if (difference != 0) {
                    return order.keys().get(i).ascending() ? difference : -difference;
                }
            }
            return 0;
        };
    }
}
