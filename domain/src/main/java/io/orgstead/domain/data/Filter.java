package io.orgstead.domain.data;

import java.util.List;

/**
 * Which documents are meant: the tree that {@link FilterParser} makes of the familiar notation. What each part means is
 * MongoDB's own meaning; {@link FilterEvaluation} is it in Java, and a store that translates filters must agree with that, or
 * refuse.
 */
public sealed interface Filter {

    /**
     * Does something for each kind.
     *
     * @param visitor what to do
     * @param <R> what comes out
     * @return what the visitor's method gave
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Every document.
     *
     * @return the filter that asks for nothing
     */
    static Filter all() {
        return new And(List.of());
    }

    /**
     * All of these hold; with none, that is true.
     *
     * @param filters the parts
     */
    record And(List<Filter> filters) implements Filter {

        /** Takes a copy. */
        public And {
            filters = List.copyOf(filters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAnd(this);
        }
    }

    /**
     * One of these holds at least.
     *
     * @param filters the parts, at least one
     */
    record Or(List<Filter> filters) implements Filter {

        /** Takes a copy. */
        public Or {
            filters = List.copyOf(filters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOr(this);
        }
    }

    /**
     * None of these holds.
     *
     * @param filters the parts, at least one
     */
    record Nor(List<Filter> filters) implements Filter {

        /** Takes a copy. */
        public Nor {
            filters = List.copyOf(filters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNor(this);
        }
    }

    /**
     * A field is as said. Several conditions on a field are several of these.
     *
     * @param path the field
     * @param condition how it must be
     */
    record Match(FieldPath path, Condition condition) implements Filter {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMatch(this);
        }
    }

    /**
     * What to do for each kind of filter.
     *
     * @param <R> what comes out
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Visitor<R> {

        R visitAnd(And filter);

        R visitOr(Or filter);

        R visitNor(Nor filter);

        R visitMatch(Match filter);
    }
}
