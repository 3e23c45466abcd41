package io.orgstead.domain.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition holds for one value, as it is: an array is not gone through.
 *
 * @param value the value; null if there is none
 */
record OnValue(@Nullable Value value) implements Condition.Visitor<Boolean> {

    @Override
    public Boolean visitCompare(Condition.Compare condition) {
        return switch (condition.operator()) {
            case EQ -> equalTo(condition.value());
            case NE -> !equalTo(condition.value());
            case GT, GTE, LT, LTE -> isInRange(condition.operator(), condition.value());
        };
    }

    private boolean equalTo(Value other) {
        return value == null ? other instanceof Value.Null : ValueOrder.equal(value, other);
    }

    private boolean isInRange(Condition.Operator operator, Value bound) {
        boolean orEqual = operator == Condition.Operator.GTE || operator == Condition.Operator.LTE;
        if (equalTo(bound)) {
            return orEqual;
        }
        boolean upwards = operator == Condition.Operator.GT || operator == Condition.Operator.GTE;
        if (bound instanceof Value.MinKey || bound instanceof Value.MaxKey) {
            return upwards == bound instanceof Value.MinKey;
        }
        if (value == null
                || ValueOrder.classOf(value) != ValueOrder.classOf(bound)
                || Numbers.isNaN(value)
                || Numbers.isNaN(bound)) {
            return false;
        }
        return upwards == ValueOrder.compare(value, bound) > 0;
    }

    @Override
    public Boolean visitIn(Condition.In condition) {
        return condition.values().stream().anyMatch(this::equalTo);
    }

    @Override
    public Boolean visitNotIn(Condition.NotIn condition) {
        return condition.values().stream().noneMatch(this::equalTo);
    }

    @Override
    public Boolean visitExists(Condition.Exists condition) {
        return (value != null) == condition.expected();
    }

    @Override
    public Boolean visitOfType(Condition.OfType condition) {
        return value != null && condition.types().contains(value.type());
    }

    @Override
    public Boolean visitNot(Condition.Not condition) {
        return !condition.conditions().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean visitAll(Condition.All condition) {
        return !condition.values().isEmpty() && condition.values().stream().allMatch(this::equalTo);
    }

    @Override
    public Boolean visitSize(Condition.Size condition) {
        return value instanceof Value.Array array && array.items().size() == condition.size();
    }

    @Override
    public Boolean visitElemMatchFilter(Condition.ElemMatchFilter condition) {
        return value instanceof Value.Array array
                && array.items().stream().anyMatch(item -> meets(item, condition.filter()));
    }

    private static boolean meets(Value item, Filter filter) {
        if (item instanceof Value.Embedded embedded) {
            return FilterEvaluation.matches(filter, embedded.document());
        }
        return item instanceof Value.Array array && FilterEvaluation.matches(filter, byPlace(array));
    }

    /** An array among the items counts as a document whose names are the places. */
    private static Document byPlace(Value.Array array) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Value item : array.items()) {
            fields.put(Integer.toString(fields.size()), item);
        }
        return Document.of(fields);
    }

    @Override
    public Boolean visitElemMatchConditions(Condition.ElemMatchConditions condition) {
        return value instanceof Value.Array array
                && array.items().stream()
                        .map(OnValue::new)
                        .anyMatch(item -> condition.conditions().stream().allMatch(part -> part.accept(item)));
    }

    @Override
    public Boolean visitMatchesRegex(Condition.MatchesRegex condition) {
        SafeRegex regex = condition.regex();
        if (value instanceof Value.Text text) {
            return regex.find(text.value());
        }
        return value instanceof Value.Regex stored
                && stored.pattern().equals(regex.pattern())
                && stored.options().equals(regex.options());
    }
}
