package io.orgstead.adapter.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.QueryRefusedException;
import io.orgstead.domain.failure.SchemaViolatedException;
import io.orgstead.domain.failure.SchemaViolation;
import io.orgstead.domain.port.SchemaValidator;
import io.orgstead.extendedjson.ExtendedJson;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles schemas once, and keeps those used last. */
final class JsonSchemaValidator implements SchemaValidator {

    private static final int MOST_KEPT = 256;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The most subschemas that are applied in all: about a second's work. */
    private static final long MOST_APPLIED = 20_000_000;

    /** A schema ready for use, and how many subschemas of it are applied to a value at most. */
    private record Compiled(Schema schema, int work) {}

    private final Map<DocumentSchema, Compiled> kept = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DocumentSchema, Compiled> eldest) {
            return size() > MOST_KEPT;
        }
    };

    @Override
    public void requireUsable(DocumentSchema schema) {
        compiled(schema);
    }

    @Override
    public List<SchemaViolation> violations(DocumentSchema schema, Document document) {
        Compiled compiled = compiled(schema);
        JsonNode node = json(ExtendedJson.write(document));
        if (values(node) * compiled.work() > MOST_APPLIED) {
            throw new QueryRefusedException("The organization's schema is too much work for a document of this size.");
        }
        return SchemaDialect.errors(compiled.schema(), node).stream()
                .map(JsonSchemaValidator::violation)
                .sorted(Comparator.comparing(SchemaViolation::place).thenComparing(SchemaViolation::reason))
                .limit(SchemaViolatedException.MAX_TOLD)
                .toList();
    }

    private static long values(JsonNode node) {
        long count = 1;
        for (JsonNode child : node) {
            count += values(child);
        }
        return count;
    }

    private Compiled compiled(DocumentSchema schema) {
        synchronized (kept) {
            Compiled known = kept.get(schema);
            if (known != null) {
                return known;
            }
        }
        Compiled compiled = compile(schema);
        synchronized (kept) {
            kept.put(schema, compiled);
        }
        return compiled;
    }

    private static Compiled compile(DocumentSchema schema) {
        JsonNode node = json(schema.json());
        requireFinite(node);
        SchemaDialect.require(node);
        int work = SchemaWork.of(node);
        try {
            return new Compiled(SchemaDialect.compile(node), work);
        } catch (SchemaException e) {
            throw new InvalidValueException("must be a JSON Schema that can be used");
        }
    }

    /** A number beyond every double is read as infinite, which is no number of JSON. */
    private static void requireFinite(JsonNode node) {
        if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw new InvalidValueException("must hold no number greater than a double can be");
        }
        node.forEach(JsonSchemaValidator::requireFinite);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidValueException("must be JSON");
        }
    }

    private static SchemaViolation violation(Error error) {
        return new SchemaViolation(Places.of(error), Reasons.of(error));
    }
}
