package io.orgstead.bootstrap;

import io.orgstead.adapter.mongo.RealMongoFilter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** With organizations in the isolation model {@code shared}. */
@Tag(RealMongoFilter.TAG)
class MongoSharedDataTest extends MongoDataTest {

    @Override
    Map<String, String> storeSettings() {
        Map<String, String> settings = new HashMap<>(super.storeSettings());
        settings.put("ORGSTEAD_ISOLATION", "shared");
        return settings;
    }
}
