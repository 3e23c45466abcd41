package io.orgstead.lifecycle;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.orgstead.adapter.mongo.MongoAdapters;
import io.orgstead.adapter.mongo.MongoSettings;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.lifecycle.Snapshot.StoredAdmin;
import io.orgstead.lifecycle.Snapshot.StoredOrganization;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/** A database on a MongoDB server; the back door is a client of its own. */
final class MongoStoreUnderTest implements StoreUnderTest {

    private final String uri;
    private final MongoAdapters adapters;
    private final MongoClient backDoor;
    private final MongoDatabase database;

    private MongoStoreUnderTest(String uri, String databaseName) {
        this.uri = uri;
        this.adapters = MongoAdapters.connect(MongoSettings.of(uri).withDatabase(databaseName));
        this.backDoor = MongoClients.create(uri);
        this.database = backDoor.getDatabase(databaseName);
    }

    /** Opens the database that the URI names. */
    static MongoStoreUnderTest open(String uri) {
        return new MongoStoreUnderTest(
                uri, Objects.requireNonNull(new ConnectionString(uri).getDatabase(), "database"));
    }

    @Override
    public Organizations organizations() {
        return adapters.organizations();
    }

    @Override
    public Admins admins() {
        return adapters.admins();
    }

    @Override
    public TenantCollections tenantCollections() {
        return adapters.tenantCollections();
    }

    @Override
    public TenantDocuments tenantDocuments() {
        return adapters.tenantDocuments();
    }

    @Override
    public TenantIndexes tenantIndexes() {
        return adapters.tenantIndexes();
    }

    @Override
    public TenantChanges tenantChanges() {
        return adapters.tenantChanges();
    }

    @Override
    public IdempotencyRecords idempotencyRecords() {
        return adapters.idempotencyRecords();
    }

    @Override
    public Snapshot snapshot() {
        List<StoredOrganization> organizations = new ArrayList<>();
        for (Document document : database.getCollection("organizations").find()) {
            organizations.add(new StoredOrganization(
                    document.getObjectId("_id").toHexString(),
                    document.getString("organization_name"),
                    document.getString("collection_name"),
                    document.getString("admin_id"),
                    document.getString("admin_email"),
                    !document.containsKey("operation")));
        }
        List<StoredAdmin> admins = new ArrayList<>();
        for (Document document : database.getCollection("admins").find()) {
            admins.add(new StoredAdmin(
                    document.getObjectId("_id").toHexString(),
                    document.getString("email"),
                    document.getString("organization_name"),
                    !document.containsKey("lease_until")));
        }
        return new Snapshot(organizations, admins, tenantCollectionNames());
    }

    private Set<String> tenantCollectionNames() {
        Set<String> names = database.listCollectionNames().into(new TreeSet<>());
        names.removeAll(List.of("organizations", "admins"));
        names.removeIf(name -> name.startsWith("data_") || name.startsWith("shared_"));
        return names;
    }

    @Override
    public void putDocument(CollectionName collection) {
        database.getCollection(collection.value()).insertOne(new Document("put", true));
    }

    @Override
    public long countDocuments(CollectionName collection) {
        return database.getCollection(collection.value()).countDocuments();
    }

    @Override
    public void createForeignCollection(CollectionName collection) {
        database.getCollection(collection.value()).insertOne(new Document("foreign", true));
    }

    @Override
    public void clear() {
        database.getCollection("organizations").deleteMany(new Document());
        database.getCollection("admins").deleteMany(new Document());
        tenantCollectionNames().forEach(name -> database.getCollection(name).drop());
    }

    @Override
    public String location() {
        return uri;
    }

    @Override
    public void close() {
        adapters.close();
        backDoor.close();
    }
}
