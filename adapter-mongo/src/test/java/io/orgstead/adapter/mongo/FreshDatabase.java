package io.orgstead.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of a name of its own for each test, dropped after it, and adapters on it, closed after it. */
final class FreshDatabase implements BeforeEachCallback, AfterEachCallback {

    private final Deque<MongoAdapters> opened = new ArrayDeque<>();
    private String name = "";

    @Override
    public void beforeEach(ExtensionContext context) {
        name = "orgstead_test_" + new ObjectId();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        database().drop();
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
