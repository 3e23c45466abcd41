package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.orgstead.application.usecase.data.InsertDocuments.Once;
import io.orgstead.domain.data.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07), and what a request is told by. */
final class IdempotencyHeader {

    private static final String NAME = "Idempotency-Key";

    private IdempotencyHeader() {}

    /**
     * Reads it.
     *
     * @param options what the request asks for beside its body
     * @throws ProblemException (invalid_request) if it is not as it should be
     */
    static Optional<Once> of(Context ctx, String options, byte[] body) {
        List<String> headers = Collections.list(ctx.req().getHeaders(NAME));
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        Violations violations = new Violations();
        if (headers.size() > 1) {
            violations.add(NAME, "must not be given more than once");
        }
        Optional<IdempotencyKey> key = violations.parse(NAME, headers.get(0), IdempotencyKey::new);
        violations.throwIfAny();
        String head = ctx.method().name() + " " + ctx.path() + " " + options + "\n";
        return key.map(name -> new Once(name, Fingerprint.of(head.getBytes(StandardCharsets.UTF_8), body)));
    }
}
