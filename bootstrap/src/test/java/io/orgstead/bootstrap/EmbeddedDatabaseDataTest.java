package io.orgstead.bootstrap;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** With organizations in the isolation model {@code database}. */
@Tag("thorough")
class EmbeddedDatabaseDataTest extends EmbeddedDataTest {

    @Override
    Map<String, String> storeSettings() {
        Map<String, String> settings = new HashMap<>(super.storeSettings());
        settings.put("ORGSTEAD_ISOLATION", "database");
        return settings;
    }
}
