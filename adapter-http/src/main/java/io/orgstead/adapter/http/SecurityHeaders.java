package io.orgstead.adapter.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Headers of every response (OWASP REST Security Cheat Sheet); a handler may loosen {@code Cache-Control}. */
final class SecurityHeaders {

    static final String NO_STORE = "no-store";

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", NO_STORE);

    /**
     * A year, as is usual (RFC 6797). Not for subdomains: those are not this server's.
     */
    private static final String STRICT_TRANSPORT = "max-age=31536000";

    private SecurityHeaders() {}

    static void addTo(Request request, HttpFields.Mutable headers) {
        HEADERS.forEach(headers::put);
        // Of the connection, not of the request: one that is no HTTP has no scheme.
        if (request.getConnectionMetaData().isSecure()) {
            headers.put(HttpHeader.STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT);
        }
    }
}
