package io.orgstead.adapter.http;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Indexes as clients see them. */
final class IndexJson {

    private static final String NAME = "name";
    private static final String KEYS = "keys";
    private static final String UNIQUE = "unique";
    private static final String EXPIRY = "expire_after_seconds";

    private IndexJson() {}

    /**
     * Reads one.
     *
     * @throws ProblemException (invalid_request) saying what is wrong with which field
     */
    static IndexDefinition read(Document body) {
        Violations violations = new Violations();
        DocumentFields fields = new DocumentFields(body, violations);
        Optional<String> name = fields.optional(NAME, DocumentFields::text);
        Optional<List<SortOrder.Key>> keys = fields.required(KEYS, IndexJson::keys);
        boolean unique = fields.optional(UNIQUE, DocumentFields::bool).orElse(false);
        Optional<Duration> expiry =
                fields.optional(EXPIRY, DocumentFields::int32).map(Duration::ofSeconds);
        fields.rejectUnknown().throwIfAny();
        return new IndexDefinition(
                name.orElseGet(() -> IndexDefinition.nameOf(keys.orElseThrow())), keys.orElseThrow(), unique, expiry);
    }

    private static List<SortOrder.Key> keys(Value value) {
        List<SortOrder.Key> keys = new ArrayList<>();
        JsonText.document(value).fields().forEach((path, direction) -> {
            if (!(direction instanceof Value.Int32 number) || Math.abs(number.value()) != 1) {
                throw new InvalidValueException("must say 1 or -1 for each field");
            }
            keys.add(new SortOrder.Key(new FieldPath(path), number.value() == 1));
        });
        if (keys.isEmpty() || keys.size() > IndexDefinition.MAX_KEYS) {
            throw new InvalidValueException("must name 1 to " + IndexDefinition.MAX_KEYS + " fields");
        }
        return keys;
    }

    static Map<String, Object> of(IndexDefinition index) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        index.keys().forEach(key -> keys.put(key.path().dotted(), key.ascending() ? 1 : -1));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(NAME, index.name());
        body.put(KEYS, keys);
        body.put(UNIQUE, index.unique());
        index.expireAfter().ifPresent(expiry -> body.put(EXPIRY, expiry.toSeconds()));
        return body;
    }
}
