package io.orgstead.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The organizations' collections past the port, as the contract suite looks at them. */
final class RawCollections {

    private final MongoDatabase database;

    RawCollections(MongoDatabase database) {
        this.database = database;
    }

    List<TenantMarker> markersIn(CollectionName name) {
        return database.getCollection(name.value())
                .find(new Document("initialized", true))
                .map(marker -> new TenantMarker(
                        new OrganizationId(marker.getObjectId("_id").toHexString()),
                        OrganizationName.restore(marker.getString("organization")),
                        marker.getDate("created_at").toInstant()))
                .into(new ArrayList<>());
    }

    long count(CollectionName name) {
        return database.getCollection(name.value()).countDocuments();
    }

    void add(CollectionName name) {
        database.getCollection(name.value()).insertOne(new Document("of", "another application"));
    }
}
