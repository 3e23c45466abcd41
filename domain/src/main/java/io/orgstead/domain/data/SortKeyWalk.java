package io.orgstead.domain.data;

import io.orgstead.domain.failure.QueryRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds all that a document has for the keys of an order: one combination, or as many as the one array has items that the keys
 * lead to or through.
 *
 * @param found takes each
 */
record SortKeyWalk(Consumer<SortPosition> found) {

    void collect(List<SortOrder.Key> keys, Document document) {
        expand(keys.stream().map(key -> Slot.open(key.path().names())).toList(), document);
    }

    private void expand(List<Slot> slots, Document document) {
        List<Slot> reached = slots.stream().map(slot -> slot.advance(document)).toList();
        Optional<Slot> first =
                reached.stream().filter(slot -> slot.array != null).findFirst();
        if (first.isEmpty()) {
            found.accept(new SortPosition(reached.stream().map(Slot::end).toList()));
            return;
        }
        if (reached.stream().anyMatch(slot -> slot.array != null && !slot.way.equals(first.get().way))) {
            throw new QueryRefusedException("A document cannot be sorted by the items of two arrays.");
        }
        boolean whole = reached.stream().anyMatch(slot -> slot.array != null && !slot.rest.isEmpty());
        List<Value> items = first.get().items();
        if (items.isEmpty()) {
            expand(
                    reached.stream()
                            .map(slot -> slot.enter(SortKeys.EMPTY_ARRAY, whole))
                            .toList(),
                    Document.empty());
        }
        for (int i = 0; i < items.size(); i++) {
            Value item = items.get(i);
            List<Slot> entered =
                    reached.stream().map(slot -> slot.enter(item, whole)).toList();
            expand(entered, item instanceof Value.Embedded embedded ? embedded.document() : Document.empty());
        }
    }

    /**
     * A key on its way.
     *
     * @param value what it has come to, if it is at its end
     * @param array the array in which it is, if it is in one
     * @param way the names it has gone since the last array
     * @param rest the names it has to go
     * @param placed what stands in the last array at the place that the first of these may mean
     */
    private record Slot(
            @Nullable Value value,
            Value.@Nullable Array array,
            List<String> way,
            List<String> rest,
            Value.@Nullable Array placed) {

        static Slot open(List<String> rest) {
            return new Slot(null, null, List.of(), rest, null);
        }

        static Slot closed(Value value) {
            return new Slot(value, null, List.of(), List.of(), null);
        }

        Value end() {
            return value == null ? Value.Null.INSTANCE : value;
        }

        List<Value> items() {
            return array == null ? List.of() : array.items();
        }

        Slot advance(Document start) {
            if (value != null) {
                return this;
            }
            Document document = start;
            List<String> gone = new ArrayList<>();
            for (int i = 0; i < rest.size(); i++) {
                gone.add(rest.get(i));
                Value next = document.get(rest.get(i)).orElse(Value.Null.INSTANCE);
                if (next instanceof Value.Array reached) {
                    return new Slot(null, reached, List.copyOf(gone), rest.subList(i + 1, rest.size()), null);
                }
                if (i + 1 == rest.size()) {
                    return closed(next);
                }
                if (!(next instanceof Value.Embedded embedded)) {
                    return closed(Value.Null.INSTANCE);
                }
                document = embedded.document();
            }
            return closed(Value.Null.INSTANCE);
        }

        Slot enter(Value item, boolean whole) {
            if (array == null) {
                return this;
            }
            if (rest.isEmpty()) {
                return closed(whole ? array : item);
            }
            return open(rest);
        }
    }
}
