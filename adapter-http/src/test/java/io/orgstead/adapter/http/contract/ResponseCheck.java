package io.orgstead.adapter.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Holds an answer against what is documented of answers with its status. */
final class ResponseCheck {

    private final OpenApiDocument document;
    private final Part response;
    private final Exchange exchange;
    private final Set<String> ordinaryHeaders;

    private ResponseCheck(OpenApiDocument document, Part response, Exchange exchange, Set<String> ordinaryHeaders) {
        this.document = document;
        this.response = response;
        this.exchange = exchange;
        this.ordinaryHeaders = ordinaryHeaders;
    }

    static ResponseCheck of(OpenApiDocument document, Part response, Exchange exchange, Set<String> ordinaryHeaders) {
        return new ResponseCheck(document, response, exchange, ordinaryHeaders);
    }

    void addTo(List<String> violations) {
        addHeaders(violations);
        Optional<String> contentType = exchange.received().first("content-type");
        Optional<Part> content = response.get("content");
        if (content.isEmpty()) {
            if (contentType.isPresent() || !exchange.responseBody().orElse("").isEmpty()) {
                violations.add("content is not documented");
            }
            return;
        }
        Optional<Part> media = contentType
                .map(Exchange::mediaType)
                .flatMap(type -> content.get().get(type));
        if (media.isEmpty()) {
            violations.add("content type " + contentType.orElse("none") + " is not documented");
            return;
        }
        exchange.responseBody()
                .ifPresent(body -> addBody(media.get(), Exchange.mediaType(contentType.get()), body, violations));
    }

    private void addBody(Part media, String mediaType, String body, List<String> violations) {
        if (exchange.isHead()) {
            if (!body.isEmpty()) {
                violations.add("content in an answer to HEAD");
            }
            return;
        }
        Optional<Part> schema = media.get("schema");
        if (schema.isPresent()) {
            JsonNode value = mediaType.endsWith("json") ? OpenApiDocument.json(body) : text(body);
            document.violations(schema.get(), value).forEach(violation -> violations.add("content " + violation));
            if (mediaType.equals("application/problem+json")) {
                addReason(value, violations);
            }
        }
    }

    private void addReason(JsonNode problem, List<String> violations) {
        JsonNode codes = response.node().path("x-codes");
        if (StreamSupport.stream(codes.spliterator(), false).noneMatch(problem.path("code")::equals)) {
            violations.add("code " + problem.path("code") + " is not documented");
        }
        if (problem.path("status").asInt() != exchange.status()) {
            violations.add("status " + problem.path("status") + " in an answer of status " + exchange.status());
        }
    }

    private void addHeaders(List<String> violations) {
        Set<String> documented = new HashSet<>(ordinaryHeaders);
        Part headers = response.get("headers").orElse(new Part("", JsonNodeFactory.instance.objectNode()));
        for (Iterator<String> names = headers.names(); names.hasNext(); ) {
            String name = names.next();
            documented.add(name.toLowerCase(Locale.ROOT));
            addHeader(name, document.resolved(headers, name).orElseThrow(), violations);
        }
        exchange.received().names().stream()
                .filter(name -> !documented.contains(name))
                .forEach(name -> violations.add("header " + name + " is not documented"));
    }

    private void addHeader(String name, Part header, List<String> violations) {
        List<String> values = exchange.received().values(name);
        if (header.isTrue("required") && values.isEmpty()) {
            violations.add("header " + name + " is missing");
        }
        Part schema = header.get("schema").orElseThrow();
        boolean whole = schema.node().path("type").asText().equals("integer");
        for (String value : values) {
            JsonNode typed = whole && value.matches("-?[0-9]{1,18}")
                    ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
                    : text(value);
            document.violations(schema, typed)
                    .forEach(violation -> violations.add("header " + name + ": " + violation));
        }
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }
}
