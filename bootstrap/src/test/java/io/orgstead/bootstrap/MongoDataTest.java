package io.orgstead.bootstrap;

import io.orgstead.adapter.mongo.MongoTarget;
import io.orgstead.adapter.mongo.RealMongoFilter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag(RealMongoFilter.TAG)
class MongoDataTest extends DataContract {

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
                "a secret of more than thirty-two bytes");
    }

    @AfterEach
    void dropDatabases() {
        databases.close();
    }
}
