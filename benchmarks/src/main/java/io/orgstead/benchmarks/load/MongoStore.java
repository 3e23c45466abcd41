package io.orgstead.benchmarks.load;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.orgstead.adapter.mongo.MongoAdapters;
import io.orgstead.adapter.mongo.MongoSettings;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.OrganizationManagementBuilder;
import io.orgstead.benchmarks.bare.BareFind;
import io.orgstead.benchmarks.bare.BareServer;
import io.orgstead.benchmarks.bare.MongoFind;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A database of a MongoDB that is there. */
final class MongoStore implements Store {

    private static final int RANDOM = 12;

    private final String uri;
    private final String database =
            "load_" + UUID.randomUUID().toString().replace("-", "").substring(0, RANDOM);

    MongoStore(String uri) {
        this.uri = uri;
    }

    @Override
    public void use(Consumer<OrganizationManagementBuilder> work) {
        try (MongoAdapters mongo = MongoAdapters.connect(MongoSettings.of(uri).withDatabase(database))) {
            work.accept(OrganizationManagement.builder()
                    .organizations(mongo.organizations())
                    .admins(mongo.admins())
                    .tenantCollections(mongo.tenantCollections()));
        }
    }

    @Override
    public Map<String, String> serverSettings() {
        return Map.of(
                "ORGSTEAD_MONGODB_URI",
                uri,
                "ORGSTEAD_MONGODB_DATABASE",
                database,
                "ORGSTEAD_JWT_SECRET",
                UUID.randomUUID() + "-" + UUID.randomUUID());
    }

    @Override
    public boolean isKeptInMemory() {
        return false;
    }

    @Override
    public BareServer.Kind bareKind() {
        return BareServer.Kind.JAVALIN_MONGODB;
    }

    @Override
    public Map<String, String> bareSettings() {
        return Map.of(BareServer.URI, uri, BareServer.DATABASE, database);
    }

    @Override
    public BareFind bareFind() {
        return MongoFind.connect(uri, database);
    }

    /** With the databases of organizations' own. */
    @Override
    public void close() {
        try (MongoClient client = MongoClients.create(uri)) {
            client.listDatabaseNames().into(new ArrayList<>()).stream()
                    .filter(name -> name.equals(database) || name.startsWith(database + "_"))
                    .forEach(name -> client.getDatabase(name).drop());
        }
    }
}
