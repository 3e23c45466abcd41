package io.orgstead.reliability.server;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A database of its own on a MongoDB server. */
public final class MongoStore implements Store {

    private static final String JWT_SECRET = "a secret of more than thirty-two bytes";

    private final String uri;
    private final String throughUri;
    private final String database = "crash_" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoClient client;

    /** A new database on the server that the tests are given. */
    public MongoStore() {
        this(System.getenv("ORGSTEAD_TEST_MONGODB_URI"));
    }

    /** A new database on a server. */
    public MongoStore(String uri) {
        this(uri, uri);
    }

    /** A new database on a server, which Orgstead is to reach another way than the suite does. */
    public MongoStore(String uri, String throughUri) {
        this.uri = uri;
        this.throughUri = throughUri;
        this.client = MongoClients.create(uri);
    }

    /** Where the server is. */
    public String uri() {
        return uri;
    }

    @Override
    public String title() {
        return "MongoDB";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "ORGSTEAD_MONGODB_URI", throughUri,
                "ORGSTEAD_MONGODB_DATABASE", database,
                "ORGSTEAD_JWT_SECRET", JWT_SECRET);
    }

    /** The longest that is promised: a lease, and the time until somebody looks. */
    @Override
    public Duration settlesWithin() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Contents contents() {
        MongoDatabase master = client.getDatabase(database);
        List<String> homes = homes();
        List<String> unsettled = new ArrayList<>();
        unsettled.addAll(texts(master, "organizations", "organization_name", Filters.exists("operation")));
        unsettled.addAll(texts(master, "admins", "email", Filters.exists("lease_until")));
        unsettled.addAll(texts(master, "data_inserts", "_id", new Document()));
        return new Contents(
                texts(master, "admins", "_id", new Document()),
                texts(master, "organizations", "admin_id", new Document()),
                unsettled,
                homes);
    }

    private static List<String> texts(MongoDatabase database, String collection, String field, Bson filter) {
        return database
                .getCollection(collection)
                .find(filter)
                .map(document -> String.valueOf(document.get(field)))
                .into(new ArrayList<>())
                .stream()
                .sorted()
                .toList();
    }

    /** Collections of organizations' own, wherever they are, and organizations in the one that is shared. */
    private List<String> homes() {
        List<String> homes = new ArrayList<>();
        databases()
                .forEach(name -> client.getDatabase(name).listCollectionNames().forEach(collection -> {
                    if (Stream.of("org_", "staged_", "documents_").anyMatch(collection::startsWith)) {
                        homes.add(name + "." + collection);
                    }
                }));
        client.getDatabase(database)
                .getCollection("shared_documents")
                .distinct("t", BsonValue.class)
                .forEach(tenant -> homes.add("shared " + tenant));
        return homes;
    }

    private List<String> databases() {
        return client.listDatabaseNames().into(new ArrayList<>()).stream()
                .filter(name -> name.equals(database) || name.startsWith(database + "_"))
                .toList();
    }

    @Override
    public void close() {
        databases().forEach(name -> client.getDatabase(name).drop());
        client.close();
    }
}
