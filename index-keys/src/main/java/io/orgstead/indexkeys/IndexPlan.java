package io.orgstead.indexkeys;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which documents have to be looked at for a filter: those of some ids, those in some ranges of an index, or all. What is found
 * is always looked at by the filter itself, so a plan may find too many, and never too few.
 *
 * @param ids the ids, all of them texts or ObjectIds; empty if the filter does not name them
 * @param ranges ranges of one index, at most {@value #MOST_RANGES}; none if no index helps
 */
public record IndexPlan(Optional<List<Value>> ids, List<KeyRange> ranges) {

    /** The most ranges of a plan. */
    public static final int MOST_RANGES = 1_000;

    /** Takes what is to be looked at. */
    public IndexPlan {
        ids = ids.map(List::copyOf);
        ranges = List.copyOf(ranges);
    }

    /**
     * Finds the plan for a filter: ids before indexes, and of these the one that narrows most.
     *
     * @param filter the filter
     * @param indexes those there are
     * @return the plan
     */
    public static IndexPlan of(Filter filter, List<UsableIndex> indexes) {
        Map<FieldPath, List<Condition>> conditions = new HashMap<>();
        collect(filter, conditions);
        Optional<List<Value>> ids = ids(conditions.getOrDefault(FieldPath.ID, List.of()));
        if (ids.isPresent()) {
            return new IndexPlan(ids, List.of());
        }
        List<KeyRange> best = List.of();
        int bestRank = 0;
        for (UsableIndex index : indexes) {
            IndexBounds bounds = IndexBounds.of(index, conditions);
            if (bounds.rank() > bestRank && bounds.ranges().size() <= MOST_RANGES) {
                best = bounds.ranges();
                bestRank = bounds.rank();
            }
        }
        return new IndexPlan(Optional.empty(), best);
    }

    /** What must hold of each field for the whole to hold. */
    private static void collect(Filter filter, Map<FieldPath, List<Condition>> conditions) {
        if (filter instanceof Filter.And and) {
            and.filters().forEach(part -> collect(part, conditions));
        } else if (filter instanceof Filter.Match match) {
            conditions.computeIfAbsent(match.path(), path -> new ArrayList<>()).add(match.condition());
        }
    }

    /** Ids of the types that documents of ours have are found by their text. */
    private static Optional<List<Value>> ids(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> equalTo(condition).stream())
                .filter(values -> values.stream()
                        .allMatch(value -> value instanceof Value.Text || value instanceof Value.ObjectId))
                .map(values -> values.stream().distinct().toList())
                .findFirst();
    }

    /** The values of which a field must equal one; empty if the condition does not say that. */
    static Optional<List<Value>> equalTo(Condition condition) {
        if (condition instanceof Condition.In in) {
            return Optional.of(in.values());
        }
        return condition instanceof Condition.Compare compare && compare.operator() == Condition.Operator.EQ
                ? Optional.of(List.of(compare.value()))
                : Optional.empty();
    }

    /**
     * How the documents are found, for tests and logs.
     *
     * @return such as {@code ids}, {@code index by_name}, {@code all}
     */
    public String summary() {
        return ids.isPresent()
                ? "ids"
                : Stream.ofNullable(ranges.isEmpty() ? null : ranges.get(0))
                        .map(range -> "index " + range.index())
                        .findFirst()
                        .orElse("all");
    }
}
