package io.orgstead.lifecycle;

import java.nio.file.Path;

/** Opens a store by where it is. */
final class StoresUnderTest {

    private StoresUnderTest() {}

    static StoreUnderTest open(String location) {
        return location.startsWith("mongodb")
                ? MongoStoreUnderTest.open(location)
                : SqliteStoreUnderTest.open(Path.of(location));
    }
}
