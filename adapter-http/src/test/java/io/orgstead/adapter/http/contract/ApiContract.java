package io.orgstead.adapter.http.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * The OpenAPI document of this build as what it is to clients: a promise. The clients of the tests hold whatever they send
 * and receive against it. Safe for use by any number of threads.
 */
public final class ApiContract {

    private static final String RESOURCE = "/io/orgstead/adapter/http/openapi.json";
    private static final ExchangeCheck CHECK = new ExchangeCheck(OpenApiDocument.parse(document()));

    /** What went out on a connection since the last answer. */
    private static final Map<Socket, String> UNANSWERED = Collections.synchronizedMap(new WeakHashMap<>());

    private ApiContract() {}

    /**
     * Holds an answer, and the request that it belongs to, against the document.
     *
     * @param response what came
     * @return the same
     * @throws AssertionError saying what is not as documented
     */
    public static HttpResponse<String> check(HttpResponse<String> response) {
        check(Exchange.of(response));
        return response;
    }

    /**
     * Notes what was sent on a connection, in whatever pieces.
     *
     * @param connection where
     * @param bytes what
     */
    public static void sent(Socket connection, byte[] bytes) {
        UNANSWERED.merge(connection, new String(bytes, StandardCharsets.ISO_8859_1), String::concat);
    }

    /**
     * Holds an answer, and what was sent on its connection since the one before, against the document. Says nothing of
     * connections that ended without an answer, and of interim answers.
     *
     * @param connection where
     * @param status of the answer
     * @param head the answer's head
     * @param body its content; empty if it was not read
     * @throws AssertionError saying what is not as documented
     */
    public static void received(Socket connection, int status, String head, Optional<String> body) {
        String request = UNANSWERED.remove(connection);
        if (request != null && status >= 200) {
            check(Exchange.ofText(request, status, head, body));
        }
    }

    private static void check(Exchange exchange) {
        List<String> violations = CHECK.violations(exchange);
        if (!violations.isEmpty()) {
            throw new AssertionError("not as openapi.json says: " + String.join("; ", violations) + "\n" + exchange);
        }
    }

    static String document() {
        try (InputStream in = ApiContract.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
