package io.orgstead.adapter.http;

import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.organization.OrganizationName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Organizations as clients see them: the same object in every answer. */
final class OrganizationJson {

    /** RFC 3339 in UTC, always with three digits of a second, so that equal times are equal texts. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private OrganizationJson() {}

    static Map<String, String> of(OrganizationDetails organization) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("organization_id", organization.id().value());
        body.put("organization_name", organization.name().value());
        body.put("collection_name", organization.collection().value());
        body.put("admin_id", organization.adminId().value());
        body.put("admin_email", organization.adminEmail().value());
        body.put("created_at", timestamp(organization.createdAt()));
        return body;
    }

    /** Where the organization is found, percent-encoded (RFC 3986). */
    static String location(OrganizationName name) {
        String encoded = URLEncoder.encode(name.value(), StandardCharsets.UTF_8).replace("+", "%20");
        return "/org/get?organization_name=" + encoded;
    }

    private static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant);
    }
}
