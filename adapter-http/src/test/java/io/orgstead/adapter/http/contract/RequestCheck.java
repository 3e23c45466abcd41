package io.orgstead.adapter.http.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a request that succeeded against what is documented of requests of its operation. */
final class RequestCheck {

    private final OpenApiDocument document;
    private final Part operation;
    private final Exchange exchange;

    RequestCheck(OpenApiDocument document, Part operation, Exchange exchange) {
        this.document = document;
        this.operation = operation;
        this.exchange = exchange;
    }

    void addTo(List<String> violations) {
        document.parameters(operation).forEach(parameter -> addParameter(parameter, violations));
        addBody(violations);
        if (operation.get("security").isPresent()
                && exchange.sent().values("authorization").stream()
                        .noneMatch(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))) {
            violations.add("succeeded without the token that is documented as needed");
        }
    }

    private void addParameter(Part parameter, List<String> violations) {
        String name = parameter.node().get("name").textValue();
        List<String> values = switch (parameter.node().get("in").textValue()) {
            case "query" -> queryValues(name);
            case "path" -> List.of(lastSegment());
            default -> exchange.sent().values(name);
        };
        if (parameter.isTrue("required") && values.isEmpty()) {
            violations.add("succeeded without the parameter " + name);
        }
        for (String value : values) {
            violationsOf(parameter, value).forEach(violation -> violations.add("parameter " + name + ": " + violation));
        }
    }

    /** The text as it is, or what it is the JSON of. */
    private List<String> violationsOf(Part parameter, String value) {
        Optional<Part> json = parameter
                .get("content")
                .flatMap(content -> content.get("application/json"))
                .flatMap(media -> media.get("schema"));
        if (json.isPresent()) {
            return document.violations(json.get(), OpenApiDocument.json(value));
        }
        Part schema = parameter.get("schema").orElseThrow();
        boolean whole = schema.node().path("type").asText().equals("integer") && value.matches("-?[0-9]{1,9}");
        return document.violations(
                schema,
                whole
                        ? JsonNodeFactory.instance.numberNode(Integer.parseInt(value))
                        : JsonNodeFactory.instance.textNode(value));
    }

    private String lastSegment() {
        String path = exchange.path();
        return decoded(path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B"));
    }

    private List<String> queryValues(String name) {
        List<String> values = new ArrayList<>();
        for (String pair : exchange.query().orElse("").split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && decoded(parts[0]).equals(name)) {
                values.add(decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private void addBody(List<String> violations) {
        Optional<Part> body = operation.get("requestBody").or(() -> operation.get("x-request-body"));
        String sent = exchange.requestBody().orElse("");
        if (sent.isEmpty()) {
            if (exchange.requestBody().isPresent()
                    && body.isPresent()
                    && body.get().isTrue("required")) {
                violations.add("succeeded without the content that is documented as needed");
            }
            return;
        }
        Optional<Part> schema = body.flatMap(part -> part.get("content"))
                .flatMap(content -> content.get(
                        Exchange.mediaType(exchange.sent().first("content-type").orElse(""))))
                .flatMap(media -> media.get("schema"));
        if (schema.isEmpty()) {
            violations.add("succeeded with content that is not documented");
            return;
        }
        document.violations(schema.get(), OpenApiDocument.json(sent))
                .forEach(violation -> violations.add("request " + violation));
    }
}
