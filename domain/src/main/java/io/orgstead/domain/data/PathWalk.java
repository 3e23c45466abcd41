package io.orgstead.domain.data;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a path leads to. Arrays on the way are gone through item by item, and a number in the path is both a place in an
 * array and a name in the documents of an array, so that a path may lead to many values.
 *
 * @param names the path
 * @param intoLeaf whether an array at the end of the path stands for its items, and then for itself; else only for itself
 * @param leaf what is looked for at the end
 */
record PathWalk(List<String> names, boolean intoLeaf, Leaf leaf) {

    /** What is looked for. */
    interface Leaf {

        /**
         * Says whether this is it.
         *
         * @param value what is there; null if nothing is
         */
        boolean test(@Nullable Value value);
    }

    /** Says whether one of the values is what is looked for. */
    boolean findsIn(Document document) {
        AtomicBoolean ledSomewhere = new AtomicBoolean();
        Leaf noting = value -> {
            ledSomewhere.set(true);
            return leaf.test(value);
        };
        return new PathWalk(names, intoLeaf, noting).inDocument(document, 0)
                || (!ledSomewhere.get() && leaf.test(null));
    }

    private boolean inDocument(Document start, int from) {
        Document document = start;
        for (int i = from; i < names.size(); i++) {
            Value value = document.get(names.get(i)).orElse(null);
            if (value instanceof Value.Array array) {
                return inArray(array, i + 1);
            }
            if (i + 1 == names.size()) {
                return leaf.test(value);
            }
            if (!(value instanceof Value.Embedded embedded)) {
                return leaf.test(null);
            }
            document = embedded.document();
        }
        return false;
    }

    private boolean inArray(Value.Array array, int from) {
        if (from == names.size()) {
            return atLeaf(array);
        }
        List<Value> items = array.items();
        int place = ArrayPlace.of(names.get(from));
        for (Value item : items) {
            if (item instanceof Value.Embedded embedded
                    ? inDocument(embedded.document(), from)
                    : place < 0 && !(item instanceof Value.Array) && leaf.test(null)) {
                return true;
            }
        }
        return place >= 0 && place < items.size() && atPlace(items.get(place), from + 1);
    }

    private boolean atPlace(Value item, int from) {
        if (from == names.size()) {
            return leaf.test(item);
        }
        if (item instanceof Value.Array array) {
            return inArray(array, from);
        }
        return item instanceof Value.Embedded embedded && inDocument(embedded.document(), from);
    }

    private boolean atLeaf(Value.Array array) {
        if (intoLeaf) {
            for (Value item : array.items()) {
                if (leaf.test(item)) {
                    return true;
                }
            }
        }
        return leaf.test(array);
    }
}
