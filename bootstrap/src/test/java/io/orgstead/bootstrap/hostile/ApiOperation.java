package io.orgstead.bootstrap.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One operation of the OpenAPI document.
 *
 * @param method in capital letters
 * @param path perhaps with a segment in braces
 * @param needsToken whether it is for admins
 * @param bodies what may be sent, with an example of each
 */
record ApiOperation(String method, String path, boolean needsToken, List<Parameter> parameters, List<Body> bodies) {

    /** A parameter of the query, the path or a header, with an example. */
    record Parameter(String name, String in, String example) {}

    /** A media type, and an example of it. */
    record Body(String mediaType, JsonNode example) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<ApiOperation> all(String document) {
        try {
            JsonNode root = MAPPER.readTree(document);
            List<ApiOperation> operations = new ArrayList<>();
            root.get("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(entry -> operations.add(new ApiOperation(
                                    entry.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    entry.getValue().has("security"),
                                    parameters(root, entry.getValue()),
                                    bodies(root, entry.getValue())))));
            return operations;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Parameter> parameters(JsonNode root, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode listed : operation.path("parameters")) {
            JsonNode parameter = resolved(root, listed);
            parameters.add(new Parameter(
                    parameter.get("name").textValue(),
                    parameter.get("in").textValue(),
                    example(parameter)
                            .or(() -> example(parameter.at("/content/application~1json")))
                            .map(example -> example.isTextual() ? example.textValue() : example.toString())
                            .orElse("1")));
        }
        return parameters;
    }

    /** DELETE has a body that is documented beside the standard. */
    private static List<Body> bodies(JsonNode root, JsonNode operation) {
        JsonNode body = operation.has("requestBody") ? operation.get("requestBody") : operation.path("x-request-body");
        List<Body> bodies = new ArrayList<>();
        resolved(root, body).path("content").properties().forEach(media -> {
            JsonNode examples = media.getValue().path("examples");
            examples.forEach(example -> bodies.add(new Body(media.getKey(), example.get("value"))));
            if (examples.isEmpty()) {
                bodies.add(new Body(media.getKey(), example(media.getValue()).orElseGet(MAPPER::createObjectNode)));
            }
        });
        return bodies;
    }

    private static Optional<JsonNode> example(JsonNode described) {
        if (described.has("example")) {
            return Optional.of(described.get("example"));
        }
        for (JsonNode example : described.path("examples")) {
            return Optional.of(example.path("value"));
        }
        JsonNode listed = described.at("/schema/examples/0");
        return listed.isMissingNode() ? Optional.empty() : Optional.of(listed);
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").textValue().substring(1)) : node;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
