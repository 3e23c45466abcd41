package io.orgstead.adapter.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** Headers of every response (OWASP REST Security Cheat Sheet); a handler may loosen {@code Cache-Control}. */
final class SecurityHeaders {

    static final String NO_STORE = "no-store";

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", NO_STORE);

    private SecurityHeaders() {}

    static void addTo(HttpFields.Mutable headers) {
        HEADERS.forEach(headers::put);
    }
}
