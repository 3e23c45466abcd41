package io.orgstead.adapter.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** Headers of every response (OWASP REST Security Cheat Sheet); a handler may loosen {@code Cache-Control}. */
final class SecurityHeaders {

    static final String NO_STORE = "no-store";

    /** Encoded once: they go out with every response. */
    private static final List<HttpField> HEADERS = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("X-Frame-Options", "DENY"),
            new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField("Cache-Control", NO_STORE));

    /**
     * A year, as is usual (RFC 6797). Not for subdomains: those are not this server's.
     */
    private static final String STRICT_TRANSPORT = "max-age=31536000";

    private SecurityHeaders() {}

    static void addTo(Request request, HttpFields.Mutable headers) {
        // An answer that replaces another has them already; a put searches what is there for each.
        boolean fresh = !headers.contains(HEADERS.get(0).getName());
        HEADERS.forEach(fresh ? headers::add : headers::put);
        // Of the connection, not of the request: one that is no HTTP has no scheme.
        if (request.getConnectionMetaData().isSecure()) {
            headers.put(HttpHeader.STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT);
        }
    }
}
