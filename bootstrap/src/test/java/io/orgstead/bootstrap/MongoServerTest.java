package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.orgstead.adapter.mongo.MongoTarget;
import java.util.Map;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoServerTest extends ServerContract {

    private static final String SECRET = "a secret of more than thirty-two bytes";

    private final TestDatabases databases = new TestDatabases();
    private final String database = databases.newName();

    @Override
    Map<String, String> storeSettings() {
        return Map.of(
                "ORGSTEAD_MONGODB_URI",
                MongoTarget.uri(),
                "ORGSTEAD_MONGODB_DATABASE",
                database,
                "ORGSTEAD_JWT_SECRET",
                SECRET);
    }

    @AfterEach
    void dropDatabases() {
        databases.close();
    }

    /** The seed document's schema, as another implementation filled it: no further fields, no indexes. */
    @Test
    void servesADatabaseOfAnotherImplementation() throws InvalidSettingsException {
        MongoDatabase master = MongoTarget.client().getDatabase(databases.newName());
        ObjectId admin = new ObjectId();
        master.getCollection("admins")
                .insertOne(new Document("_id", admin)
                        .append("email", "old@legacy.com")
                        // Made by libcrypt, of "correct horse".
                        .append("password", "$2b$04$5qLokGc7gRJc739eqlIElexVrZUd/HRbg2tmb6sUad5G0Q7c20eAe")
                        .append("organization_name", "Legacy Inc")
                        .append("created_at", new BsonDateTime(0)));
        master.getCollection("organizations")
                .insertOne(new Document("organization_name", "Legacy Inc")
                        .append("collection_name", "org_legacy_inc")
                        .append("admin_id", admin.toHexString())
                        .append("admin_email", "old@legacy.com")
                        .append("created_at", new BsonDateTime(0)));
        MongoCollection<Document> data = master.getCollection("org_legacy_inc");
        data.insertOne(new Document("initialized", true));
        data.insertOne(new Document("kept", true));

        try (Server server = Server.start(SettingsReader.read(Map.of(
                "ORGSTEAD_MONGODB_URI",
                MongoTarget.uri(),
                "ORGSTEAD_MONGODB_DATABASE",
                master.getName(),
                "ORGSTEAD_JWT_SECRET",
                SECRET,
                "ORGSTEAD_BCRYPT_COST",
                "10",
                "ORGSTEAD_HTTP_PORT",
                "0")))) {
            ApiClient client = new ApiClient(server.url());
            assertThat(client.find("legacy inc").body()).contains("\"created_at\":\"1970-01-01T00:00:00.000Z\"");
            String token = client.token("old@legacy.com", ApiClient.PASSWORD);
            assertThat(client.update(token, "{\"new_organization_name\": \"Modern Inc\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(master.getCollection("org_modern_inc").countDocuments()).isEqualTo(2);
            assertThat(master.getCollection("admins").find().first().getString("password"))
                    .as("renewed at login")
                    .startsWith("$2b$10$");
            assertThat(client.delete(token).statusCode()).isEqualTo(200);
            assertThat(master.listCollectionNames()).containsExactlyInAnyOrder("organizations", "admins");
        }
    }
}
