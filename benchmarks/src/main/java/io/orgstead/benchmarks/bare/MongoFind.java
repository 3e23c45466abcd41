package io.orgstead.benchmarks.bare;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonDocument;

/** One find by an index with the driver as it comes. */
public final class MongoFind implements BareFind {

    private final MongoClient client;
    private final MongoCollection<BsonDocument> organizations;

    private MongoFind(MongoClient client, String database) {
        this.client = client;
        this.organizations = client.getDatabase(database).getCollection("organizations", BsonDocument.class);
    }

    /** Connects with a client of its own. */
    public static MongoFind connect(String uri, String database) {
        return new MongoFind(MongoClients.create(uri), database);
    }

    @Override
    public Map<String, String> find(String collection) {
        BsonDocument found =
                organizations.find(Filters.eq("collection_name", collection)).first();
        if (found == null) {
            throw new IllegalStateException("there is no " + collection);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("organization_id", found.getObjectId("_id").getValue().toHexString());
        fields.put("organization_name", found.getString("organization_name").getValue());
        fields.put("collection_name", found.getString("collection_name").getValue());
        fields.put("admin_id", found.getString("admin_id").getValue());
        fields.put("admin_email", found.getString("admin_email").getValue());
        fields.put(
                "created_at",
                Instant.ofEpochMilli(found.getDateTime("created_at").getValue()).toString());
        return fields;
    }

    @Override
    public void close() {
        client.close();
    }
}
