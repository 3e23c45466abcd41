package io.orgstead.adapter.http;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of a body whose values are documents and lists. Read every field that may be there, then reject the others. */
final class DocumentFields {

    private final Document body;
    private final Violations violations;
    private final Set<String> known = new HashSet<>();

    DocumentFields(Document body, Violations violations) {
        this.body = body;
        this.violations = violations;
    }

    /** Reads a field that has to be there; empty only if something is wrong with it. */
    <T> Optional<T> required(String name, Function<Value, T> parser) {
        if (body.get(name).isEmpty()) {
            violations.add(name, Violations.MISSING);
        }
        return optional(name, parser);
    }

    /** Reads a field that may be left out. */
    <T> Optional<T> optional(String name, Function<Value, T> parser) {
        known.add(name);
        return body.get(name).flatMap(value -> violations.make(name, () -> parser.apply(value)));
    }

    /** Notes every field that nobody asked for. */
    Violations rejectUnknown() {
        body.fields().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> violations.add(name, Violations.UNKNOWN));
        return violations;
    }

    static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        }
        throw new InvalidValueException("must be a string");
    }

    static int int32(Value value) {
        if (value instanceof Value.Int32 number) {
            return number.value();
        }
        throw new InvalidValueException("must be a whole number");
    }

    static boolean bool(Value value) {
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        throw new InvalidValueException("must be true or false");
    }
}
