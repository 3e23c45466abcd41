package io.orgstead.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.orgstead.domain.data.SafeRegex;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Bounds the work that a schema makes. Level by level of a document it is counted how many subschemas are applied, references
 * followed, as often as they are; where that passes a limit, as it does where it grows with every level, the schema is refused.
 * What a document costs is within the largest of these counts times the number of its values.
 */
final class SchemaWork {

    /** The most subschemas that are applied on one level of a document. */
    private static final int MOST_APPLIED = 10_000;

    /** As deep as a document can be. */
    private static final int MOST_LEVELS = 100;

    /** Keywords whose subschemas are about the same value. */
    private static final Set<String> SAME_VALUE =
            Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "$ref");

    /** Keywords whose subschemas are about values within it. */
    private static final Set<String> WITHIN = Set.of(
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "unevaluatedProperties",
            "items",
            "prefixItems",
            "contains",
            "unevaluatedItems");

    /** Those of them whose value is no schema but a map of schemas. */
    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "dependentSchemas");

    private static final Set<String> REFUSED = Set.of("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary");

    private final JsonNode root;
    private final Map<JsonNode, Parts> parts = new HashMap<>();

    private SchemaWork(JsonNode root) {
        this.root = root;
    }

    /**
     * Counts.
     *
     * @return how many subschemas are applied to a value at most
     * @throws InvalidValueException if it is too much, or cannot be told
     */
    static int of(JsonNode schema) {
        requireKnown(schema);
        return new SchemaWork(schema).most();
    }

    private int most() {
        Map<JsonNode, Integer> level = Map.of();
        Map<JsonNode, Integer> next = new HashMap<>();
        next.put(root, 1);
        int most = 1;
        for (int depth = 0; depth <= MOST_LEVELS && !next.equals(level); depth++) {
            level = next;
            next = new HashMap<>();
            long applied = 0;
            for (Map.Entry<JsonNode, Integer> schema : level.entrySet()) {
                Parts parts = parts(schema.getKey());
                applied = requireFew(applied + (long) schema.getValue() * parts.applied());
                for (Map.Entry<JsonNode, Integer> child : parts.within().entrySet()) {
                    long times = next.getOrDefault(child.getKey(), 0) + (long) schema.getValue() * child.getValue();
                    next.put(child.getKey(), requireFew(times));
                }
            }
            most = Math.max(most, (int) applied);
        }
        return most;
    }

    /**
     * What a schema comes to.
     *
     * @param applied how many subschemas are applied to the value itself, it included
     * @param within the subschemas for values within it, and how often each is named
     */
    private record Parts(int applied, Map<JsonNode, Integer> within) {}

    private Parts parts(JsonNode schema) {
        Parts known = parts.get(schema);
        if (known != null) {
            return known;
        }
        Map<JsonNode, Integer> found = new HashMap<>();
        int[] steps = new int[1];
        collect(schema, found, new ArrayDeque<>(), steps);
        Parts counted = new Parts(steps[0], found);
        parts.put(schema, counted);
        return counted;
    }

    private void collect(JsonNode schema, Map<JsonNode, Integer> found, Deque<JsonNode> path, int[] steps) {
        requireFew(++steps[0]);
        if (path.contains(schema)) {
            throw new InvalidValueException("refers to itself without end");
        }
        path.push(schema);
        schema.properties().forEach(keyword -> {
            if (WITHIN.contains(keyword.getKey())) {
                forEach(keyword, child -> found.merge(child, 1, (a, b) -> requireFew((long) a + b)));
            } else if (SAME_VALUE.contains(keyword.getKey())) {
                forEach(keyword, child -> collect(child, found, path, steps));
            }
        });
        path.pop();
    }

    private void forEach(Map.Entry<String, JsonNode> keyword, Consumer<JsonNode> action) {
        JsonNode value = keyword.getValue();
        if (keyword.getKey().equals("$ref")) {
            action.accept(target(value.asText()));
        } else if (value.isArray() || MAPS.contains(keyword.getKey())) {
            value.forEach(action);
        } else {
            action.accept(value);
        }
    }

    private JsonNode target(String reference) {
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            throw new InvalidValueException("must refer to nothing outside itself: $ref begins with #/");
        }
        JsonNode target = reference.equals("#") ? root : root.at(pointer(reference.substring(1)));
        if (target.isMissingNode()) {
            throw new InvalidValueException("has a $ref to something that is not there");
        }
        return target;
    }

    private static String pointer(String fragment) {
        if (fragment.indexOf('%') >= 0) {
            throw new InvalidValueException("must not have percent signs in a $ref");
        }
        return fragment;
    }

    private static int requireFew(long count) {
        if (count > MOST_APPLIED) {
            throw new InvalidValueException(
                    "must not apply more than " + MOST_APPLIED + " subschemas to a level of a document");
        }
        return (int) count;
    }

    /** Keywords that change what a reference means are refused, wherever they stand. */
    private static void requireKnown(JsonNode node) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(node);
        while (!open.isEmpty()) {
            JsonNode next = open.pop();
            next.properties().forEach(field -> {
                boolean isKeyword =
                        field.getValue().isTextual() || field.getKey().equals("$vocabulary");
                if (REFUSED.contains(field.getKey()) && isKeyword) {
                    throw new InvalidValueException("must not have " + field.getKey());
                }
                if (field.getKey().equals("pattern") && field.getValue().isTextual()) {
                    new SafeRegex(field.getValue().asText(), "");
                } else if (field.getKey().equals("patternProperties")) {
                    field.getValue().fieldNames().forEachRemaining(pattern -> new SafeRegex(pattern, ""));
                }
            });
            next.forEach(open::push);
        }
    }
}
