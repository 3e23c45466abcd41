package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.orgstead.testkit.Samples;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of a name of its own for each test, dropped after it, and adapters on it, closed after it. Registered in a static
 * field, one for all tests of a class: for those that make organizations of their own and look at nothing else.
 */
final class FreshDatabase implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    /** One client for all, which is looked over the shoulder of. */
    private static final class Guarded {

        static final TenantGuard GUARD = new TenantGuard();
        static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(MongoTarget.uri()))
                .addCommandListener(GUARD)
                .build());
    }

    private final Deque<MongoAdapters> opened = new ArrayDeque<>();
    private boolean common;
    private String name = "";
    private Samples samples = new Samples();
    private @Nullable MongoAdapters guarded;

    @Override
    public void beforeAll(ExtensionContext context) {
        common = true;
        begin();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        drop();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!common) {
            begin();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        if (guarded != null) {
            assertThat(Guarded.GUARD.offences()).isEmpty();
        }
        if (!common) {
            drop();
        }
    }

    private void begin() {
        name = "orgstead_test_" + new ObjectId();
        samples = new Samples();
        guarded = null;
    }

    private void drop() {
        MongoTarget.client().listDatabaseNames().into(new ArrayList<>()).stream()
                .filter(other -> other.equals(name) || other.startsWith(name + "_"))
                .forEach(other -> MongoTarget.client().getDatabase(other).drop());
    }

    /**
     * Adapters on a client that all tests have in common, the same ones within a test. No command that is sent by it on the
     * collection that organizations share may mean the documents of more than one.
     */
    MongoAdapters adapters() {
        if (guarded == null) {
            guarded = MongoAdapters.using(Guarded.CLIENT, name);
        }
        return guarded;
    }

    /** How many commands on that collection there have been. */
    static long guardedCommands() {
        return Guarded.GUARD.seen();
    }

    /** Values that go on from test to test for as long as the database is the same. */
    Samples samples() {
        return samples;
    }

    String name() {
        return name;
    }

    MongoSettings settings() {
        return MongoSettings.of(MongoTarget.uri()).withDatabase(name);
    }

    MongoAdapters connect() {
        MongoAdapters adapters = MongoAdapters.connect(settings());
        opened.push(adapters);
        return adapters;
    }

    /** The database past the adapter. */
    MongoDatabase database() {
        return MongoTarget.client().getDatabase(name);
    }

    MongoCollection<Document> organizations() {
        return database().getCollection("organizations");
    }

    MongoCollection<Document> admins() {
        return database().getCollection("admins");
    }
}
