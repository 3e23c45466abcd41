package io.orgstead.domain.data;

import java.util.List;
import java.util.Set;

/** How a field must be. The names are those of MongoDB's operators, and so is the meaning. */
public sealed interface Condition {

    /**
     * Does something for each kind.
     *
     * @param visitor what to do
     * @param <R> what comes out
     * @return what the visitor's method gave
     */
    <R> R accept(Visitor<R> visitor);

    /** The operators that compare with one value. */
    enum Operator {
        /** Equal. */
        EQ("$eq"),
        /** Not equal: not {@link #EQ}. */
        NE("$ne"),
        /** Greater, among values of the same kind. */
        GT("$gt"),
        /** Greater or equal, among values of the same kind. */
        GTE("$gte"),
        /** Less, among values of the same kind. */
        LT("$lt"),
        /** Less or equal, among values of the same kind. */
        LTE("$lte");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /**
         * How it is written.
         *
         * @return such as {@code $gte}
         */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * Compares with a value.
     *
     * @param operator how
     * @param value with what
     */
    record Compare(Operator operator, Value value) implements Condition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCompare(this);
        }
    }

    /**
     * {@code $in}: equal to one of these.
     *
     * @param values the values, perhaps none; no regular expressions among them
     */
    record In(List<Value> values) implements Condition {

        /** Takes a copy. */
        public In {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIn(this);
        }
    }

    /**
     * {@code $nin}: not {@link In}.
     *
     * @param values the values, perhaps none
     */
    record NotIn(List<Value> values) implements Condition {

        /** Takes a copy. */
        public NotIn {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNotIn(this);
        }
    }

    /**
     * {@code $exists}.
     *
     * @param expected whether the field must be there
     */
    record Exists(boolean expected) implements Condition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitExists(this);
        }
    }

    /**
     * {@code $type}.
     *
     * @param types one of these; at least one
     */
    record OfType(Set<ValueType> types) implements Condition {

        /** Takes a copy. */
        public OfType {
            types = Set.copyOf(types);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOfType(this);
        }
    }

    /**
     * {@code $not}: these do not all hold.
     *
     * @param conditions at least one
     */
    record Not(List<Condition> conditions) implements Condition {

        /** Takes a copy. */
        public Not {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNot(this);
        }
    }

    /**
     * {@code $all} of values: the field equals each of them, as an array by its items. With none it holds for nothing.
     *
     * @param values the values
     */
    record All(List<Value> values) implements Condition {

        /** Takes a copy. */
        public All {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAll(this);
        }
    }

    /**
     * {@code $size}.
     *
     * @param size how many items an array must have
     */
    record Size(int size) implements Condition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSize(this);
        }
    }

    /**
     * {@code $elemMatch} of filters: an item of an array is a document (or array) for which the filter holds.
     *
     * @param filter what must hold for one and the same item
     */
    record ElemMatchFilter(Filter filter) implements Condition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitElemMatchFilter(this);
        }
    }

    /**
     * {@code $elemMatch} of conditions: all of these hold for one and the same item of an array.
     *
     * @param conditions at least one
     */
    record ElemMatchConditions(List<Condition> conditions) implements Condition {

        /** Takes a copy. */
        public ElemMatchConditions {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitElemMatchConditions(this);
        }
    }

    /**
     * {@code $regex}.
     *
     * @param regex of the bounded form
     */
    record MatchesRegex(SafeRegex regex) implements Condition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMatchesRegex(this);
        }
    }

    /**
     * What to do for each kind of condition.
     *
     * @param <R> what comes out
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Visitor<R> {

        R visitCompare(Compare condition);

        R visitIn(In condition);

        R visitNotIn(NotIn condition);

        R visitExists(Exists condition);

        R visitOfType(OfType condition);

        R visitNot(Not condition);

        R visitAll(All condition);

        R visitSize(Size condition);

        R visitElemMatchFilter(ElemMatchFilter condition);

        R visitElemMatchConditions(ElemMatchConditions condition);

        R visitMatchesRegex(MatchesRegex condition);
    }
}
