package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpURI;

/**
 * The ids of documents in paths: as plain text, percent-encoded. 24 lower-case hexadecimal digits mean an ObjectId, always;
 * strings that look like one are not accepted as ids.
 */
final class DocumentAddress {

    static final String PREFIX = "/org/data/";

    private DocumentAddress() {}

    /**
     * The id that a request is about.
     *
     * @throws ProblemException (invalid_request) if no document can have it
     */
    static Value idOf(Context ctx) {
        Violations violations = new Violations();
        String path = ctx.req().getRequestURI();
        Optional<String> text = QueryString.decodeSegment(path.substring(path.lastIndexOf('/') + 1));
        if (text.isEmpty()) {
            violations.add("id", QueryString.MALFORMED);
        }
        Optional<Value> id = text.flatMap(plain -> violations.make("id", () -> id(plain)));
        violations.throwIfAny();
        return id.orElseThrow();
    }

    /** Whether there could be a document at an address; what is encoded in its last segment is then part of an id. */
    static boolean isOne(HttpURI address) {
        String path = String.valueOf(address.getPath());
        return path.startsWith(PREFIX) && path.indexOf('/', PREFIX.length()) < 0;
    }

    private static Value id(String text) {
        Value id = DocumentRules.isObjectId(text) ? new Value.ObjectId(text) : new Value.Text(text);
        DocumentRules.requireId(id);
        return id;
    }

    /** Where a document is found, percent-encoded (RFC 3986). */
    static String of(Value id) {
        String text = id instanceof Value.ObjectId objectId ? objectId.hex() : ((Value.Text) id).value();
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return PREFIX
                + (isReserved(encoded) ? "%" + Integer.toHexString(encoded.charAt(0)) + encoded.substring(1) : encoded);
    }

    /** Names of routes are not those of documents; encoded they are. */
    private static boolean isReserved(String encoded) {
        return encoded.equals("count") || encoded.equals("query");
    }
}
