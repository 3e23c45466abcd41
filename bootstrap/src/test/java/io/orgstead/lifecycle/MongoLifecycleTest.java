package io.orgstead.lifecycle;

import io.orgstead.bootstrap.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The proof on MongoDB. */
@Tag("lifecycle")
class MongoLifecycleTest {

    private static final TestDatabases DATABASES = new TestDatabases();

    @AfterAll
    static void dropDatabases() {
        DATABASES.close();
    }

    @Nested
    class CrashAtEveryCall extends CrashAtEveryCallContract {
        @Override
        StoreUnderTest newStore() {
            return MongoStoreUnderTest.open(DATABASES.newUri());
        }
    }

    @Nested
    class Races extends RaceContract {
        @Override
        StoreUnderTest newStore() {
            return MongoStoreUnderTest.open(DATABASES.newUri());
        }
    }

    @Nested
    class Kills extends KillContract {
        private final String location = DATABASES.newUri();

        @Override
        StoreUnderTest open() {
            return MongoStoreUnderTest.open(location);
        }

        @Override
        String location() {
            return location;
        }
    }
}
