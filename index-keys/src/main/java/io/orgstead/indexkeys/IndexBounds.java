package io.orgstead.indexkeys;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an index can do for a filter: the ranges in which the entries of all documents lie that may be meant.
 *
 * <p>A document with several entries may satisfy each condition by another of them: then only one condition counts. Null means
 * missing fields too, and in arrays more than an entry can tell, so conditions on it do not count, nor those on arrays and on
 * numbered places.
 *
 * @param ranges the ranges, none if it can do nothing
 * @param rank how much it narrows: 0 for nothing
 */
record IndexBounds(List<KeyRange> ranges, int rank) {

    private static final int EQUAL = 2;
    private static final int BOUNDED = 1;
    private static final IndexBounds NONE = new IndexBounds(List.of(), 0);

    static IndexBounds of(UsableIndex index, Map<FieldPath, List<Condition>> conditions) {
        byte[] beginning = {};
        int rank = 0;
        for (SortOrder.Key key : index.definition().keys()) {
            List<Condition> here = isPlain(key.path()) ? conditions.getOrDefault(key.path(), List.of()) : List.of();
            Optional<List<Value>> values = equal(here);
            if (values.isPresent() && values.get().size() == 1 && !index.multikey()) {
                beginning = KeyRange.joined(
                        beginning, KeyBytes.beginning(values.get().get(0)));
                rank += EQUAL;
                if (isCut(values.get().get(0))) {
                    break;
                }
                continue;
            }
            Optional<IndexBounds> last = last(index, beginning, rank, here, values);
            if (last.isPresent()) {
                return last.get();
            }
            break;
        }
        return rank == 0
                ? NONE
                : new IndexBounds(
                        List.of(new KeyRange(index.definition().name(), beginning, KeyBytes.behind(beginning))), rank);
    }

    private static Optional<IndexBounds> last(
            UsableIndex index, byte[] beginning, int rank, List<Condition> here, Optional<List<Value>> values) {
        if (values.isPresent()) {
            List<KeyRange> ranges = new ArrayList<>();
            for (Value value : values.get()) {
                byte[] whole = KeyRange.joined(beginning, KeyBytes.beginning(value));
                ranges.add(new KeyRange(index.definition().name(), whole, KeyBytes.behind(whole)));
            }
            return ranges.isEmpty() ? Optional.empty() : Optional.of(new IndexBounds(ranges, rank + EQUAL));
        }
        byte[] from = {};
        byte[] before = {};
        for (Condition condition : here) {
            if (!(condition instanceof Condition.Compare compare) || !isOrdered(compare.value())) {
                continue;
            }
            if (from.length > 0 && index.multikey()) {
                break;
            }
            byte[] low = low(compare);
            byte[] high = high(compare);
            if (low.length == 0) {
                continue;
            }
            from = from.length == 0 || Arrays.compareUnsigned(low, from) > 0 ? low : from;
            before = before.length == 0 || Arrays.compareUnsigned(high, before) < 0 ? high : before;
        }
        return from.length == 0
                ? Optional.empty()
                : Optional.of(new IndexBounds(
                        List.of(new KeyRange(
                                index.definition().name(),
                                KeyRange.joined(beginning, from),
                                KeyRange.joined(beginning, before))),
                        rank + BOUNDED));
    }

    private static byte[] low(Condition.Compare compare) {
        return switch (compare.operator()) {
            case GT, GTE -> KeyBytes.beginning(compare.value());
            case LT, LTE -> KeyBytes.ofClass(compare.value());
            case EQ, NE -> new byte[0];
        };
    }

    private static byte[] high(Condition.Compare compare) {
        return switch (compare.operator()) {
            case GT, GTE -> KeyBytes.behind(KeyBytes.ofClass(compare.value()));
            case LT, LTE -> KeyBytes.behind(KeyBytes.beginning(compare.value()));
            case EQ, NE -> new byte[0];
        };
    }

    private static Optional<List<Value>> equal(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> IndexPlan.equalTo(condition).stream())
                .filter(values -> values.stream().allMatch(IndexBounds::isFound))
                .findFirst();
    }

    private static boolean isPlain(FieldPath path) {
        return path.names().stream().noneMatch(name -> Character.isDigit(name.charAt(0)));
    }

    private static boolean isCut(Value value) {
        return KeyBytes.beginning(value).length == KeyBytes.MOST_WHOLE;
    }

    /** Whether every document with a field equal to the value has an entry of it. */
    private static boolean isFound(Value value) {
        return isOrdered(value) || value instanceof Value.Embedded;
    }

    /** Whether every document with a field that compares with the value has an entry of what compares. */
    private static boolean isOrdered(Value value) {
        return switch (value.type()) {
            case INT, LONG, STRING, BINARY, OBJECT_ID, BOOL, DATE, TIMESTAMP -> true;
            case DOUBLE, DECIMAL -> !isNan(value);
            default -> false;
        };
    }

    private static boolean isNan(Value value) {
        return value instanceof Value.Decimal decimal
                ? decimal.value().isNaN()
                : value instanceof Value.Float64 number && Double.isNaN(number.value());
    }
}
