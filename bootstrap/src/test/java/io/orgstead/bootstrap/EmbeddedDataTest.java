package io.orgstead.bootstrap;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDataTest extends DataContract {

    @TempDir
    Path folder;

    @Override
    Map<String, String> storeSettings() {
        return Map.of("ORGSTEAD_DATA_DIR", folder.resolve("data").toString());
    }
}
