package io.orgstead.extendedjson;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueType;
import java.util.Map;
import java.util.Optional;

/** The types that BSON has given up, or that are code. */
final class Given {

    private static final Map<String, ValueType> TYPES = Map.of(
            "$code", ValueType.JAVASCRIPT,
            "$symbol", ValueType.SYMBOL,
            "$dbPointer", ValueType.DB_POINTER,
            "$undefined", ValueType.UNDEFINED);

    private Given() {}

    static boolean isName(String name) {
        return TYPES.containsKey(name);
    }

    /**
     * The value of such a type.
     *
     * @return empty if the fields do not mean one
     */
    static Optional<Value> up(Map<String, Value> fields, String path, boolean accepted) {
        Optional<String> name = fields.keySet().stream().filter(Given::isName).findFirst();
        if (name.isPresent() && !accepted) {
            throw Refusal.at(path, "is of a type that is not accepted: " + name.get());
        }
        return name.map(TYPES::get)
                .map(type -> fields.containsKey("$scope") ? ValueType.JAVASCRIPT_WITH_SCOPE : type)
                .map(type -> new Value.Foreign(type, ExtendedJson.writeLossless(Document.of(fields))));
    }
}
