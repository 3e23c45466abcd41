package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.QueryRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads filters in MongoDB's familiar notation. The operators are a closed list: {@code $and $or $nor} between filters, and
 * {@code $eq $ne $gt $gte $lt $lte $in $nin $exists $type $not $all $size $elemMatch $regex} (with {@code $options}) on a field.
 * Everything else is refused, never ignored.
 *
 * <p>Stricter than MongoDB in this: a regular expression is no value to compare with ({@code $regex} is the way), and neither is a
 * document with names that begin with {@code $}, at whatever depth.
 */
public final class FilterParser {

    /** The most levels of {@code $and}, {@code $or}, {@code $nor}, {@code $not} and {@code $elemMatch} within one another. */
    public static final int MAX_DEPTH = 20;

    /** The most conditions on fields in a filter. */
    public static final int MAX_CONDITIONS = 200;

    /** The most values in the lists of a filter ({@code $in}, {@code $nin}, {@code $all}) together. */
    public static final int MAX_LISTED_VALUES = 1_000;

    private FilterParser() {}

    /**
     * Reads a filter.
     *
     * @param document such as {@code {status: "open", n: {$gt: 1}}}; an empty one means every document
     * @return the filter
     * @throws InvalidValueException if it is not a filter; the message names operator and field
     * @throws QueryRefusedException if it is deeper, longer or has more values than a filter may
     */
    public static Filter parse(Document document) {
        Filter filter = parse(document, "", 1);
        FilterSize.of(filter).requireWithinBounds();
        return filter;
    }

    /** The fields of a document, within others of the given place. */
    static Filter parse(Document document, String place, int depth) {
        requireDepth(depth);
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, Value> field : document.fields().entrySet()) {
            String name = field.getKey();
            if (name.startsWith("$")) {
                parts.add(logical(name, field.getValue(), place, depth));
            } else {
                FieldPath path = new FieldPath(name);
                String here = place.isEmpty() ? name : place + "." + name;
                for (Condition condition : ConditionParser.conditions(field.getValue(), here, depth)) {
                    requireSettled(path, condition, here);
                    parts.add(new Filter.Match(path, condition));
                }
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Filter.And(parts);
    }

    /** Releases of MongoDB do not agree on what is missing where a number in the path meets an array. */
    private static void requireSettled(FieldPath path, Condition condition, String place) {
        boolean throughPlaces =
                path.names().stream().skip(1).mapToInt(ArrayPlace::of).anyMatch(number -> number >= 0);
        if (throughPlaces && MissingField.matters(condition)) {
            throw refused(
                    place, "null, MinKey or MaxKey compared with a path that has a number in it ($exists is the way)");
        }
    }

    private static Filter logical(String operator, Value value, String place, int depth) {
        return switch (operator) {
            case "$and" -> new Filter.And(filters(operator, value, place, depth));
            case "$or" -> new Filter.Or(filters(operator, value, place, depth));
            case "$nor" -> new Filter.Nor(filters(operator, value, place, depth));
            default -> throw unknown(operator, place);
        };
    }

    private static List<Filter> filters(String operator, Value value, String place, int depth) {
        boolean fits = value instanceof Value.Array array
                && !array.items().isEmpty()
                && array.items().stream().allMatch(Value.Embedded.class::isInstance);
        if (!fits) {
            throw mustBe(operator, place, "a list of at least one filter");
        }
        return ((Value.Array) value)
                .items().stream()
                        .map(item -> parse(((Value.Embedded) item).document(), place, depth + 1))
                        .toList();
    }

    static void requireDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new QueryRefusedException("A filter must not be more than " + MAX_DEPTH + " levels deep.");
        }
    }

    static InvalidValueException unknown(String operator, String place) {
        return new InvalidValueException(
                "the filter uses " + shown(operator) + at(place) + ", which is not one of the operators it may use");
    }

    static InvalidValueException mustBe(String operator, String place, String what) {
        return new InvalidValueException("in the filter, " + operator + at(place) + " must be given " + what);
    }

    static InvalidValueException refused(String place, String what) {
        return new InvalidValueException("the filter must not have " + what + at(place));
    }

    private static String at(String place) {
        return place.isEmpty() ? "" : " at " + shown(place);
    }

    /** What a caller made up, short and on one line. */
    private static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return line.length() <= 100 ? line : line.substring(0, 100) + "...";
    }
}
