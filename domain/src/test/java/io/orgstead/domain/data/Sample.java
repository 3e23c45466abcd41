package io.orgstead.domain.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents and values, written shortly. */
final class Sample {

    private Sample() {}

    /** A document of names and values by turns. */
    static Document doc(@Nullable Object... namesAndValues) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
        }
        return Document.of(fields);
    }

    /** An array. */
    static Value list(@Nullable Object... items) {
        return new Value.Array(Arrays.stream(items).map(Sample::value).toList());
    }

    static Value decimal(String text) {
        return new Value.Decimal(Decimal128.parse(text));
    }

    static Value value(@Nullable Object object) {
        if (object == null) {
            return Value.Null.INSTANCE;
        }
        if (object instanceof Value value) {
            return value;
        }
        if (object instanceof Document document) {
            return new Value.Embedded(document);
        }
        if (object instanceof Integer number) {
            return new Value.Int32(number);
        }
        if (object instanceof Long number) {
            return new Value.Int64(number);
        }
        if (object instanceof Double number) {
            return new Value.Float64(number);
        }
        if (object instanceof Boolean bool) {
            return new Value.Bool(bool);
        }
        if (object instanceof List<?> items) {
            return list(items.toArray());
        }
        return new Value.Text(object.toString());
    }
}
