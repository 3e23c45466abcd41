package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.TenantMarker;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The marker document, in the form in which every document of an organization is kept: what is stored here can be taken to
 * MongoDB and back with nothing lost.
 */
final class MarkerDocument {

    private MarkerDocument() {}

    /** The {@code _id} alone. */
    static String id(TenantMarker marker) {
        return StoredDocument.id(new Value.ObjectId(marker.organizationId().value()));
    }

    static String of(TenantMarker marker) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(Document.ID, new Value.ObjectId(marker.organizationId().value()));
        fields.put("initialized", new Value.Bool(true));
        fields.put("created_at", new Value.Date(Millis.of(marker.createdAt())));
        fields.put("organization", new Value.Text(marker.organization().value()));
        return StoredDocument.text(Document.of(fields));
    }
}
