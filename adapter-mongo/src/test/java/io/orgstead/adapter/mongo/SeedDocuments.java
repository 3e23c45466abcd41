package io.orgstead.adapter.mongo;

import java.time.Instant;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Documents as another implementation writes them: the seed document's schema and nothing else. */
final class SeedDocuments {

    static final Instant CREATED = Instant.ofEpochMilli(1_700_000_000_123L);

    private SeedDocuments() {}

    static Document organization(String name, String collection) {
        return new Document("_id", new ObjectId())
                .append("organization_name", name)
                .append("collection_name", collection)
                .append("admin_id", new ObjectId().toHexString())
                .append("admin_email", "Admin@Legacy.com")
                .append("created_at", CREATED);
    }

    static Document admin(String email) {
        return new Document("_id", new ObjectId())
                .append("email", email)
                .append("password", "$2b$12$" + "a".repeat(53))
                .append("organization_name", "legacy")
                .append("created_at", CREATED);
    }

    static String idOf(Document document) {
        return document.getObjectId("_id").toHexString();
    }
}
