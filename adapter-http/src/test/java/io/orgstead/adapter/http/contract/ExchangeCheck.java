package io.orgstead.adapter.http.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what in an exchange is not as an OpenAPI document says: the answer's status, media type, content and headers; and of
 * a request that succeeded its parameters, content and token.
 *
 * <p>HEAD is documented as GET. For requests that reach no operation the document says in two extensions what comes:
 * {@code x-unrouted-responses} and {@code x-transport-responses}.
 */
final class ExchangeCheck {

    /** Of every answer of a server, of those to pages of other origins, and of all that are not to be shown as pages. */
    private static final Set<String> ORDINARY_HEADERS = Set.of(
            ":status",
            "connection",
            "content-length",
            "content-type",
            "date",
            "transfer-encoding",
            "vary",
            "access-control-allow-origin",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-expose-headers",
            "access-control-max-age",
            "content-security-policy",
            "cross-origin-resource-policy",
            "referrer-policy",
            "strict-transport-security",
            "x-content-type-options",
            "x-frame-options");

    private final OpenApiDocument document;

    ExchangeCheck(OpenApiDocument document) {
        this.document = document;
    }

    /** What is wrong; nothing if all is as documented. */
    List<String> violations(Exchange exchange) {
        Optional<Part> operation = operation(exchange);
        Optional<Part> response = response(exchange, operation);
        if (response.isEmpty()) {
            return List.of("status " + exchange.status() + " is not documented");
        }
        List<String> violations = new ArrayList<>();
        ResponseCheck.of(document, response.get(), exchange, ORDINARY_HEADERS).addTo(violations);
        if (exchange.succeeded()) {
            operation.ifPresent(part -> new RequestCheck(document, part, exchange).addTo(violations));
        }
        return violations;
    }

    private Optional<Part> operation(Exchange exchange) {
        String method = exchange.isHead() ? "get" : exchange.method().toLowerCase(Locale.ROOT);
        boolean spelledRight = exchange.method().equals(exchange.method().toUpperCase(Locale.ROOT));
        return spelledRight ? document.operation(method, exchange.path()) : Optional.empty();
    }

    private Optional<Part> response(Exchange exchange, Optional<Part> operation) {
        String status = Integer.toString(exchange.status());
        Part first = operation.flatMap(part -> part.get("responses")).orElse(document.part("/x-unrouted-responses"));
        return document.resolved(first, status)
                .or(() -> document.resolved(document.part("/x-transport-responses"), status));
    }
}
