package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.TenantMarker;
import java.time.Instant;

/**
 * The marker document as MongoDB Extended JSON v2 (relaxed), the form in which every document of an organization is
 * kept: what is stored here can be taken to MongoDB and back with nothing lost.
 */
final class MarkerDocument {

    /** Outside these the relaxed form writes a date as a number. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private MarkerDocument() {}

    /** The {@code _id} alone. */
    static String id(TenantMarker marker) {
        return "{\"$oid\":\"" + marker.organizationId().value() + "\"}";
    }

    static String of(TenantMarker marker) {
        return "{\"_id\":" + id(marker)
                + ",\"initialized\":true,\"created_at\":{\"$date\":" + date(marker.createdAt())
                + "},\"organization\":" + quoted(marker.organization().value()) + "}";
    }

    private static String date(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            return "{\"$numberLong\":\"" + Millis.of(instant) + "\"}";
        }
        return "\"" + Instant.ofEpochMilli(Millis.of(instant)) + "\"";
    }

    /** A JSON string (RFC 8259, section 7). */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
