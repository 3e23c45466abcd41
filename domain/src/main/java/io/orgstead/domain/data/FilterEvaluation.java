package io.orgstead.domain.data;

import java.util.List;

/**
 * What a filter means: MongoDB's own meaning, without a store. A path leads through arrays to the fields of their items; an
 * array at its end stands for each of its items and for itself. A missing field equals null. Greater and less hold only between
 * values of one class, but for MinKey and MaxKey, with which everything can be compared.
 */
public final class FilterEvaluation {

    private FilterEvaluation() {}

    /**
     * Says whether a document is meant.
     *
     * @param filter a filter
     * @param document a document
     * @return true if the filter holds for it
     */
    public static boolean matches(Filter filter, Document document) {
        return filter.accept(new OnDocument(document));
    }

    private record OnDocument(Document document) implements Filter.Visitor<Boolean> {

        @Override
        public Boolean visitAnd(Filter.And filter) {
            return filter.filters().stream().allMatch(part -> part.accept(this));
        }

        @Override
        public Boolean visitOr(Filter.Or filter) {
            return filter.filters().stream().anyMatch(part -> part.accept(this));
        }

        @Override
        public Boolean visitNor(Filter.Nor filter) {
            return filter.filters().stream().noneMatch(part -> part.accept(this));
        }

        @Override
        public Boolean visitMatch(Filter.Match filter) {
            return filter.condition().accept(new OnPath(document, filter.path().names()));
        }
    }

    /** Whether a condition holds for what a path leads to in a document. */
    private record OnPath(Document document, List<String> path) implements Condition.Visitor<Boolean> {

        private boolean anyItem(Condition condition) {
            return new PathWalk(path, true, value -> condition.accept(new OnValue(value))).findsIn(document);
        }

        private boolean anyWhole(Condition condition) {
            return new PathWalk(path, false, value -> condition.accept(new OnValue(value))).findsIn(document);
        }

        private boolean anyEqual(Value value) {
            return anyItem(new Condition.Compare(Condition.Operator.EQ, value));
        }

        @Override
        public Boolean visitCompare(Condition.Compare condition) {
            return condition.operator() == Condition.Operator.NE ? !anyEqual(condition.value()) : anyItem(condition);
        }

        @Override
        public Boolean visitIn(Condition.In condition) {
            return anyItem(condition);
        }

        @Override
        public Boolean visitNotIn(Condition.NotIn condition) {
            return !anyItem(new Condition.In(condition.values()));
        }

        @Override
        public Boolean visitExists(Condition.Exists condition) {
            return anyItem(new Condition.Exists(true)) == condition.expected();
        }

        @Override
        public Boolean visitOfType(Condition.OfType condition) {
            return anyItem(condition);
        }

        @Override
        public Boolean visitNot(Condition.Not condition) {
            return !condition.conditions().stream().allMatch(part -> part.accept(this));
        }

        @Override
        public Boolean visitAll(Condition.All condition) {
            return !condition.values().isEmpty() && condition.values().stream().allMatch(this::anyEqual);
        }

        @Override
        public Boolean visitSize(Condition.Size condition) {
            return anyWhole(condition);
        }

        @Override
        public Boolean visitElemMatchFilter(Condition.ElemMatchFilter condition) {
            return anyWhole(condition);
        }

        @Override
        public Boolean visitElemMatchConditions(Condition.ElemMatchConditions condition) {
            return anyWhole(condition);
        }

        @Override
        public Boolean visitMatchesRegex(Condition.MatchesRegex condition) {
            return anyItem(condition);
        }
    }
}
