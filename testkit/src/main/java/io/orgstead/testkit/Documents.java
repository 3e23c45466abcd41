package io.orgstead.testkit;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Decimal128;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents, filters and orders in few words. */
public final class Documents {

    private Documents() {}

    /**
     * A document.
     *
     * @param namesAndValues names and, behind each, its value, as {@link #value} takes it
     * @return the document
     * @throws IllegalArgumentException if a name has no value or is no text, or a value is of no known type
     */
    public static Document document(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!(namesAndValues[i] instanceof String name)) {
                throw new IllegalArgumentException("a name that is no text");
            }
            fields.put(name, value(namesAndValues[i + 1]));
        }
        return Document.of(fields);
    }

    /**
     * A value.
     *
     * @param object a {@link Value}, a {@link Document}, a list of what this method takes, or an {@link Integer}, {@link Long},
     *     {@link Double}, {@link BigDecimal}, {@link String}, {@link Boolean} or {@link Instant}
     * @return the value of the type that is nearest
     * @throws IllegalArgumentException if it is of no such type
     */
    public static Value value(Object object) {
        if (object instanceof Value value) {
            return value;
        } else if (object instanceof Document document) {
            return new Value.Embedded(document);
        } else if (object instanceof List<?> list) {
            List<Value> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item)));
            return new Value.Array(items);
        } else if (object instanceof String text) {
            return new Value.Text(text);
        } else if (object instanceof Boolean bool) {
            return new Value.Bool(bool);
        } else if (object instanceof Instant instant) {
            return new Value.Date(instant.toEpochMilli());
        }
        return number(object);
    }

    private static Value number(Object object) {
        if (object instanceof Integer number) {
            return new Value.Int32(number);
        } else if (object instanceof Long number) {
            return new Value.Int64(number);
        } else if (object instanceof Double number) {
            return new Value.Float64(number);
        } else if (object instanceof BigDecimal number) {
            return new Value.Decimal(Decimal128.of(number));
        }
        throw new IllegalArgumentException("no value of a document: " + object.getClass());
    }

    /**
     * A list of values of any types.
     *
     * @param items each as {@link #value} takes it
     * @return the value
     */
    public static Value list(Object... items) {
        return value(Arrays.asList(items));
    }

    /**
     * A decimal.
     *
     * @param text as {@link Decimal128#parse} takes it
     * @return the value
     */
    public static Value decimal(String text) {
        return new Value.Decimal(Decimal128.parse(text));
    }

    /**
     * The filter for documents whose field equals something.
     *
     * @param path the field, dotted
     * @param object with what, as {@link #value} takes it
     * @return the filter
     */
    public static Filter equal(String path, Object object) {
        return where(path, Condition.Operator.EQ, object);
    }

    /**
     * The filter for documents whose field compares in a certain way.
     *
     * @param path the field, dotted
     * @param operator how
     * @param object with what, as {@link #value} takes it
     * @return the filter
     */
    public static Filter where(String path, Condition.Operator operator, Object object) {
        return new Filter.Match(new FieldPath(path), new Condition.Compare(operator, value(object)));
    }

    /**
     * An order.
     *
     * @param fields the dotted paths to sort by, each with {@code -} before it to have the greatest first
     * @return the order
     */
    public static SortOrder by(String... fields) {
        return new SortOrder(keys(fields));
    }

    /**
     * The keys of an order or index.
     *
     * @param fields the dotted paths, each with {@code -} before it for descending
     * @return the keys
     */
    public static List<SortOrder.Key> keys(String... fields) {
        List<SortOrder.Key> keys = new ArrayList<>();
        for (String field : fields) {
            boolean descending = field.startsWith("-");
            keys.add(new SortOrder.Key(new FieldPath(descending ? field.substring(1) : field), !descending));
        }
        return keys;
    }
}
