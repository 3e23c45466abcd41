package io.orgstead.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, all of them strings. Read every field that may be there, then call
 * {@link #rejectUnknown()}. A {@code null} is a value of a wrong type, also for an optional field: what is not to be
 * changed is left out.
 */
final class JsonFields {

    private final ObjectNode object;
    private final Violations violations;
    private final Set<String> known = new HashSet<>();

    private JsonFields(ObjectNode object, Violations violations) {
        this.object = object;
        this.violations = violations;
    }

    static JsonFields parse(byte[] body, Violations violations) {
        return new JsonFields(Json.readObject(body), violations);
    }

    static JsonFields none(Violations violations) {
        return new JsonFields(JsonNodeFactory.instance.objectNode(), violations);
    }

    /** Reads a field that has to be there; empty only if something is wrong with it. */
    <T> Optional<T> required(String name, Function<String, T> parser) {
        if (!object.has(name)) {
            known.add(name);
            violations.add(name, Violations.MISSING);
            return Optional.empty();
        }
        return optional(name, parser);
    }

    /** Reads a field that may be left out. */
    <T> Optional<T> optional(String name, Function<String, T> parser) {
        known.add(name);
        @Nullable JsonNode value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            violations.add(name, "must be a string");
            return Optional.empty();
        }
        return violations.parse(name, value.textValue(), parser);
    }

    /** Notes every field that nobody asked for. */
    void rejectUnknown() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                violations.add(name, Violations.UNKNOWN);
            }
        }
    }
}
