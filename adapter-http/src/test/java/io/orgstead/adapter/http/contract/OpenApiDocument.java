package io.orgstead.adapter.http.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenAPI 3.1 document whose schemas can be applied (JSON Schema 2020-12, formats included). */
final class OpenApiDocument {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LOCATION = "https://orgstead.example/openapi.json";

    private final JsonNode root;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    private OpenApiDocument(ObjectNode root) {
        this.root = root;
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(LOCATION, root.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    static OpenApiDocument parse(String json) {
        ObjectNode root = (ObjectNode) json(json);
        root.at("/components/schemas").forEach(OpenApiDocument::close);
        return new OpenApiDocument(root);
    }

    /** Clients have to take what later versions add; these tests are to see it documented first. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    Optional<Part> operation(String method, String path) {
        return item(path).flatMap(item -> item.get(method));
    }

    /** A path as it is comes before one with a segment in braces, which stands for any. */
    private Optional<Part> item(String path) {
        return paths().get(path).or(() -> {
            String parent = path.substring(0, path.lastIndexOf('/') + 1);
            for (Iterator<String> templates = paths().names(); templates.hasNext(); ) {
                String template = templates.next();
                boolean fits = template.startsWith(parent + "{") && path.length() > parent.length();
                if (fits && template.indexOf('/', parent.length()) < 0) {
                    return paths().get(template);
                }
            }
            return Optional.empty();
        });
    }

    Part paths() {
        return part("/paths");
    }

    Part part(String pointer) {
        return new Part(pointer, root.at(pointer));
    }

    /** A member, or what it refers to. */
    Optional<Part> resolved(Part parent, String name) {
        return parent.get(name).map(member -> {
            JsonNode reference = member.node().get("$ref");
            return reference == null ? member : part(reference.textValue().substring(1));
        });
    }

    /** The parameters of an operation. */
    List<Part> parameters(Part operation) {
        List<Part> parameters = new ArrayList<>();
        Part list = operation.get("parameters").orElse(new Part("", MAPPER.createArrayNode()));
        for (int i = 0; i < list.node().size(); i++) {
            JsonNode item = list.node().get(i);
            parameters.add(
                    item.has("$ref")
                            ? part(item.get("$ref").textValue().substring(1))
                            : new Part(list.pointer() + "/" + i, item));
        }
        return parameters;
    }

    /** What is wrong with a value by a schema of the document. */
    List<String> violations(Part schema, JsonNode value) {
        return known
                .computeIfAbsent(
                        schema.pointer(), pointer -> schemas.getSchema(SchemaLocation.of(LOCATION + "#" + pointer)))
                .validate(value)
                .stream()
                .map(Error::toString)
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }
}
