package io.orgstead.domain.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what a filter says of one field. */
final class ConditionParser {

    private static final Set<String> LOGICAL = Set.of("$and", "$or", "$nor");
    private static final String REGEX = "$regex";
    private static final String OPTIONS = "$options";

    private ConditionParser() {}

    /** Operators, or else a value that the field must equal. All of the conditions must hold. */
    static List<Condition> conditions(Value value, String place, int depth) {
        if (value instanceof Value.Embedded embedded && hasOperator(embedded.document())) {
            return operators(embedded.document(), place, depth);
        }
        return List.of(new Condition.Compare(Condition.Operator.EQ, literal(value, place)));
    }

    private static boolean hasOperator(Document document) {
        return document.fields().keySet().stream().anyMatch(name -> name.startsWith("$"));
    }

    private static List<Condition> operators(Document document, String place, int depth) {
        List<Condition> conditions = new ArrayList<>();
        document.fields().forEach((name, value) -> {
            if (!name.startsWith("$")) {
                throw FilterParser.refused(place, "operators and other names together");
            }
            switch (name) {
                case REGEX -> conditions.add(regex(document, place));
                case OPTIONS -> requireRegex(document, place);
                case "$all" -> conditions.addAll(all(value, place, depth));
                default -> conditions.add(condition(name, value, place, depth));
            }
        });
        return conditions;
    }

    private static Condition condition(String name, Value value, String place, int depth) {
        for (Condition.Operator operator : Condition.Operator.values()) {
            if (operator.symbol().equals(name)) {
                return new Condition.Compare(operator, literal(value, place));
            }
        }
        return switch (name) {
            case "$in" -> new Condition.In(literals(name, value, place));
            case "$nin" -> new Condition.NotIn(literals(name, value, place));
            case "$exists" -> new Condition.Exists(truth(name, value, place));
            case "$type" -> new Condition.OfType(types(name, value, place));
            case "$not" -> not(name, value, place, depth + 1);
            case "$size" -> new Condition.Size(size(name, value, place));
            case "$elemMatch" -> elemMatch(name, value, place, depth + 1);
            default -> throw FilterParser.unknown(name, place);
        };
    }

    private static Value literal(Value value, String place) {
        if (value instanceof Value.Regex) {
            throw FilterParser.refused(place, "a regular expression as a value ($regex takes the text of one)");
        }
        requireLiteral(value, place, 1);
        return value;
    }

    private static void requireLiteral(Value value, String place, int depth) {
        if (depth > DocumentRules.MAX_DEPTH) {
            throw FilterParser.refused(place, "a value of more than " + DocumentRules.MAX_DEPTH + " levels");
        }
        if (value instanceof Value.Foreign) {
            throw FilterParser.refused(place, "a value of type " + value.type().alias());
        }
        if (value instanceof Value.Array array) {
            array.items().forEach(item -> requireLiteral(item, place, depth + 1));
        }
        if (value instanceof Value.Embedded embedded) {
            embedded.document().fields().forEach((name, field) -> {
                if (name.startsWith("$")) {
                    throw FilterParser.refused(place, "a name that begins with $ inside a value");
                }
                requireLiteral(field, place, depth + 1);
            });
        }
    }

    private static List<Value> literals(String operator, Value value, String place) {
        if (!(value instanceof Value.Array array)) {
            throw FilterParser.mustBe(operator, place, "a list of values");
        }
        return array.items().stream().map(item -> literal(item, place)).toList();
    }

    private static boolean truth(String operator, Value value, String place) {
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        if (!value.type().isNumber()) {
            throw FilterParser.mustBe(operator, place, "true or false");
        }
        return !Numbers.isZero(value);
    }

    private static int size(String operator, Value value, String place) {
        OptionalInt size = Numbers.whole(value);
        if (size.isEmpty() || size.getAsInt() < 0) {
            throw FilterParser.mustBe(operator, place, "a whole number from 0");
        }
        return size.getAsInt();
    }

    private static Set<ValueType> types(String operator, Value value, String place) {
        Set<ValueType> types = EnumSet.noneOf(ValueType.class);
        List<Value> wanted = value instanceof Value.Array array ? array.items() : List.of(value);
        for (Value one : wanted) {
            if (one instanceof Value.Text text && text.value().equals("number")) {
                types.addAll(EnumSet.of(ValueType.DOUBLE, ValueType.INT, ValueType.LONG, ValueType.DECIMAL));
            } else {
                types.add(type(operator, one, place));
            }
        }
        if (types.isEmpty()) {
            throw FilterParser.mustBe(operator, place, "at least one type");
        }
        return types;
    }

    private static ValueType type(String operator, Value value, String place) {
        if (value instanceof Value.Text text) {
            return ValueType.ofAlias(text.value())
                    .orElseThrow(() -> FilterParser.mustBe(operator, place, "names or numbers of types"));
        }
        OptionalInt number = Numbers.whole(value);
        return (number.isPresent() ? ValueType.ofNumber(number.getAsInt()) : Optional.<ValueType>empty())
                .orElseThrow(() -> FilterParser.mustBe(operator, place, "names or numbers of types"));
    }

    private static Condition not(String operator, Value value, String place, int depth) {
        FilterParser.requireDepth(depth);
        if (!(value instanceof Value.Embedded embedded) || !hasOperator(embedded.document())) {
            throw FilterParser.mustBe(operator, place, "operators");
        }
        return new Condition.Not(operators(embedded.document(), place, depth));
    }

    private static Condition elemMatch(String operator, Value value, String place, int depth) {
        FilterParser.requireDepth(depth);
        if (!(value instanceof Value.Embedded embedded)) {
            throw FilterParser.mustBe(operator, place, "operators or a filter");
        }
        Document document = embedded.document();
        boolean ofOperators = document.fields().keySet().stream()
                .findFirst()
                .filter(first -> first.startsWith("$") && !LOGICAL.contains(first))
                .isPresent();
        return ofOperators
                ? new Condition.ElemMatchConditions(operators(document, place, depth))
                : new Condition.ElemMatchFilter(FilterParser.parse(document, place, depth));
    }

    /** Values, or else {@code $elemMatch} for each item, which is the same as several of those on the field. */
    private static List<Condition> all(Value value, String place, int depth) {
        if (!(value instanceof Value.Array array)) {
            throw FilterParser.mustBe("$all", place, "a list");
        }
        boolean anyOperators =
                array.items().stream().anyMatch(item -> item instanceof Value.Embedded e && hasOperator(e.document()));
        if (!anyOperators) {
            return List.of(new Condition.All(literals("$all", value, place)));
        }
        return array.items().stream()
                .map(item -> allElemMatch(item, place, depth))
                .toList();
    }

    private static Condition allElemMatch(Value item, String place, int depth) {
        boolean alone = item instanceof Value.Embedded embedded
                && embedded.document().fields().keySet().equals(Set.of("$elemMatch"));
        if (!alone) {
            throw FilterParser.mustBe("$all", place, "either values, or $elemMatch and nothing else in each item");
        }
        Value inner = ((Value.Embedded) item).document().get("$elemMatch").orElseThrow();
        return elemMatch("$elemMatch", inner, place, depth + 1);
    }

    private static Condition regex(Document document, String place) {
        Value pattern = document.get(REGEX).orElseThrow();
        Value options = document.get(OPTIONS).orElse(new Value.Text(""));
        if (!(pattern instanceof Value.Text text) || !(options instanceof Value.Text letters)) {
            throw FilterParser.mustBe("$regex and $options", place, "text");
        }
        return new Condition.MatchesRegex(new SafeRegex(text.value(), letters.value()));
    }

    private static void requireRegex(Document document, String place) {
        if (document.get(REGEX).isEmpty()) {
            throw FilterParser.refused(place, "$options without $regex");
        }
    }
}
