package io.orgstead.bootstrap;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** With organizations in the isolation model {@code shared}. */
@Tag("thorough")
class EmbeddedSharedDataTest extends EmbeddedDataTest {

    @Override
    Map<String, String> storeSettings() {
        Map<String, String> settings = new HashMap<>(super.storeSettings());
        settings.put("ORGSTEAD_ISOLATION", "shared");
        return settings;
    }
}
