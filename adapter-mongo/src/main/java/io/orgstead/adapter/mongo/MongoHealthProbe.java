package io.orgstead.adapter.mongo;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoDatabase;
import io.orgstead.domain.port.HealthProbe;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Asks the server that takes writes whether it is there. */
final class MongoHealthProbe implements HealthProbe {

    private final MongoDatabase database;

    MongoHealthProbe(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public void check() {
        StoreCall.run(() -> ping(database));
    }

    static void ping(MongoDatabase database) {
        database.runCommand(new BsonDocument("ping", new BsonInt32(1)), ReadPreference.primary());
    }
}
