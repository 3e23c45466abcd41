package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.orgstead.adapter.mongo.MongoTarget;
import java.util.Locale;
import java.util.Map;
import org.bson.BsonDateTime;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoServerTest extends ServerContract {

    private static final String SECRET = "a secret of more than thirty-two bytes";

    /** Made by libcrypt, of {@link ApiClient#PASSWORD}. */
    private static final BsonString HASH =
            new BsonString("$2b$04$5qLokGc7gRJc739eqlIElexVrZUd/HRbg2tmb6sUad5G0Q7c20eAe");

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
        insertForeign(master, "Legacy Inc", "old@legacy.com", HASH);
        MongoCollection<Document> data = master.getCollection("org_legacy_inc");
        data.insertOne(new Document("initialized", true));
        data.insertOne(new Document("kept", true));

        try (Server server = startOn(master)) {
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
            assertThat(master.listCollectionNames())
                    .containsExactlyInAnyOrder(
                            "organizations", "admins", "data_inserts", "data_usage", "data_changes", "data_requests");
        }
    }

    /** A name and an address that today's rules refuse, and an admin whose hash is none. */
    @Test
    void servesWhatTodaysRulesWouldRefuse() throws InvalidSettingsException {
        MongoDatabase master = MongoTarget.client().getDatabase(databases.newName());
        insertForeign(master, "ab", "root@localhost", HASH);
        insertForeign(master, "Hashless", "none@legacy.com", BsonNull.VALUE);

        try (Server server = startOn(master)) {
            ApiClient client = new ApiClient(server.url());
            assertThat(client.find("ab").body()).contains("\"org_ab\"");
            assertThat(client.find("xy").statusCode()).isEqualTo(422);
            String token = client.token("root@localhost", ApiClient.PASSWORD);
            assertThat(client.logIn("root@localhost", "wrong horse").statusCode())
                    .isEqualTo(422);
            assertThat(client.logIn("none@legacy.com", "null").statusCode()).isEqualTo(401);
            assertThat(client.update(token, "{\"organization_name\": \"ab\", \"new_organization_name\": \"Able\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static void insertForeign(MongoDatabase master, String name, String email, BsonValue password) {
        ObjectId admin = new ObjectId();
        master.getCollection("admins")
                .insertOne(new Document("_id", admin)
                        .append("email", email)
                        .append("password", password)
                        .append("organization_name", name)
                        .append("created_at", new BsonDateTime(0)));
        master.getCollection("organizations")
                .insertOne(new Document("organization_name", name)
                        .append(
                                "collection_name",
                                "org_" + name.toLowerCase(Locale.ROOT).replace(' ', '_'))
                        .append("admin_id", admin.toHexString())
                        .append("admin_email", email)
                        .append("created_at", new BsonDateTime(0)));
    }

    private static Server startOn(MongoDatabase master) throws InvalidSettingsException {
        return Server.start(SettingsReader.read(Map.of(
                "ORGSTEAD_MONGODB_URI",
                MongoTarget.uri(),
                "ORGSTEAD_MONGODB_DATABASE",
                master.getName(),
                "ORGSTEAD_JWT_SECRET",
                SECRET,
                "ORGSTEAD_BCRYPT_COST",
                "10",
                "ORGSTEAD_HTTP_PORT",
                "0")));
    }
}
