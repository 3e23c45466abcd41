package io.orgstead.domain.data;

import io.orgstead.domain.failure.QueryRefusedException;
import java.util.Collection;
import java.util.function.Function;

/**
 * How much a filter asks for.
 *
 * @param conditions how many conditions on fields there are in it
 * @param listedValues how many values its lists have together
 */
record FilterSize(int conditions, int listedValues) {

    private static final FilterSize ONE = new FilterSize(1, 0);

    static FilterSize of(Filter filter) {
        return filter.accept(new OfFilter());
    }

    void requireWithinBounds() {
        if (conditions > FilterParser.MAX_CONDITIONS) {
            throw new QueryRefusedException(
                    "A filter must not have more than " + FilterParser.MAX_CONDITIONS + " conditions.");
        }
        if (listedValues > FilterParser.MAX_LISTED_VALUES) {
            throw new QueryRefusedException("The lists of a filter must not have more than "
                    + FilterParser.MAX_LISTED_VALUES + " values together.");
        }
    }

    private FilterSize plus(FilterSize other) {
        return new FilterSize(conditions + other.conditions, listedValues + other.listedValues);
    }

    private static FilterSize ofList(Collection<Value> values) {
        return new FilterSize(1, values.size());
    }

    /** A part that asks for nothing counts, too: it is work. */
    private static <T> FilterSize sum(Collection<T> parts, Function<T, FilterSize> size) {
        return parts.stream().map(size).reduce(FilterSize::plus).orElse(ONE);
    }

    private static final class OfFilter implements Filter.Visitor<FilterSize> {

        @Override
        public FilterSize visitAnd(Filter.And filter) {
            return sum(filter.filters(), part -> part.accept(this));
        }

        @Override
        public FilterSize visitOr(Filter.Or filter) {
            return sum(filter.filters(), part -> part.accept(this));
        }

        @Override
        public FilterSize visitNor(Filter.Nor filter) {
            return sum(filter.filters(), part -> part.accept(this));
        }

        @Override
        public FilterSize visitMatch(Filter.Match filter) {
            return filter.condition().accept(new OfCondition());
        }
    }

    private static final class OfCondition implements Condition.Visitor<FilterSize> {

        @Override
        public FilterSize visitCompare(Condition.Compare condition) {
            return ONE;
        }

        @Override
        public FilterSize visitIn(Condition.In condition) {
            return ofList(condition.values());
        }

        @Override
        public FilterSize visitNotIn(Condition.NotIn condition) {
            return ofList(condition.values());
        }

        @Override
        public FilterSize visitExists(Condition.Exists condition) {
            return ONE;
        }

        @Override
        public FilterSize visitOfType(Condition.OfType condition) {
            return ONE;
        }

        @Override
        public FilterSize visitNot(Condition.Not condition) {
            return ONE.plus(sum(condition.conditions(), part -> part.accept(this)));
        }

        @Override
        public FilterSize visitAll(Condition.All condition) {
            return ofList(condition.values());
        }

        @Override
        public FilterSize visitSize(Condition.Size condition) {
            return ONE;
        }

        @Override
        public FilterSize visitElemMatchFilter(Condition.ElemMatchFilter condition) {
            return ONE.plus(FilterSize.of(condition.filter()));
        }

        @Override
        public FilterSize visitElemMatchConditions(Condition.ElemMatchConditions condition) {
            return ONE.plus(sum(condition.conditions(), part -> part.accept(this)));
        }

        @Override
        public FilterSize visitMatchesRegex(Condition.MatchesRegex condition) {
            return ONE;
        }
    }
}
