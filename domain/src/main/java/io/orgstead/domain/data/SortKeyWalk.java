package io.orgstead.domain.data;

import io.orgstead.domain.failure.QueryRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds all that a document has for the keys of an order: one combination, or as many as the one array has items that the keys
 * lead to or through.
 *
 * @param found takes each
 */
record SortKeyWalk(Consumer<SortPosition> found) {

    void collect(List<SortOrder.Key> keys, Document document) {
        expand(
                keys.stream()
                        .map(key -> Slot.open(-1, key.path().names(), Optional.empty()))
                        .toList(),
                document);
    }

    private void expand(List<Slot> slots, Document document) {
        List<Slot> reached = slots.stream().map(slot -> slot.advance(document)).toList();
        List<Slot> inArray = reached.stream()
                .filter(slot -> slot.value instanceof Value.Array && !slot.done)
                .toList();
        if (inArray.isEmpty()) {
            found.accept(new SortPosition(reached.stream().map(Slot::value).toList()));
            return;
        }
        Slot first = inArray.get(0);
        if (!inArray.stream().allMatch(slot -> slot.location.equals(first.location))) {
            throw new QueryRefusedException("A document cannot be sorted by the items of two arrays.");
        }
        List<Value> items = ((Value.Array) first.value).items();
        if (items.isEmpty()) {
            expand(
                    reached.stream()
                            .map(slot -> slot.enter(SortKeys.EMPTY_ARRAY, 0))
                            .toList(),
                    Document.empty());
        }
        for (int i = 0; i < items.size(); i++) {
            Value item = items.get(i);
            int place = i;
            expand(
                    reached.stream().map(slot -> slot.enter(item, place)).toList(),
                    item instanceof Value.Embedded embedded ? embedded.document() : Document.empty());
        }
    }

    /**
     * A key on its way.
     *
     * @param value what it has come to: null where nothing is, an array that it goes through, or what is at its end
     * @param done whether it is at its end
     * @param whole whether the array is at the end of the way and counts as a whole, unless it is empty
     * @param location how it has come there since it entered the last array, beginning with the place of the item there
     * @param rest the names it has to go
     * @param placed what stands in that array at the place that the next name may mean, if it may
     */
    private record Slot(
            Value value,
            boolean done,
            boolean whole,
            List<String> location,
            List<String> rest,
            Optional<Value> placed) {

        static Slot open(int item, List<String> rest, Optional<Value> placed) {
            return new Slot(Value.Null.INSTANCE, false, false, List.of(Integer.toString(item)), rest, placed);
        }

        static Slot done(Value value) {
            return new Slot(value, true, false, List.of(), List.of(), Optional.empty());
        }

        Slot advance(Document document) {
            if (done) {
                return this;
            }
            Optional<Value> named = document.get(rest.get(0));
            if (placed.isEmpty()) {
                return goOn(named.orElse(Value.Null.INSTANCE), join(location, rest.subList(0, 1)), false);
            }
            if (named.isPresent()) {
                throw new QueryRefusedException(
                        "A document cannot be sorted by a number in a path that means both a name and a place in it.");
            }
            return goOn(placed.get(), rest.subList(0, 1), rest.size() == 1);
        }

        private Slot goOn(Value start, List<String> startLocation, boolean atPlace) {
            Value at = start;
            for (int gone = 1; ; gone++) {
                if (at instanceof Value.Array) {
                    List<String> here = join(startLocation, rest.subList(1, gone));
                    return new Slot(at, false, atPlace, here, rest.subList(gone, rest.size()), Optional.empty());
                }
                if (gone == rest.size()) {
                    return done(at);
                }
                at = at instanceof Value.Embedded embedded
                        ? embedded.document().get(rest.get(gone)).orElse(Value.Null.INSTANCE)
                        : Value.Null.INSTANCE;
            }
        }

        Slot enter(Value item, int itemPlace) {
            if (done) {
                return this;
            }
            List<Value> items = ((Value.Array) value).items();
            if (rest.isEmpty()) {
                return done(whole && !items.isEmpty() ? value : item);
            }
            int place = ArrayPlace.of(rest.get(0));
            boolean isPlace = place >= 0 && place < items.size();
            return open(itemPlace, rest, isPlace ? Optional.of(items.get(place)) : Optional.empty());
        }

        private static List<String> join(List<String> first, List<String> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }
}
