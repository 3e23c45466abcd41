package io.orgstead.lifecycle;

import io.orgstead.bootstrap.MongoTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** The proof on MongoDB. */
class MongoLifecycleTest {

    private static final MongoTarget TARGET = MongoTarget.open();

    @AfterAll
    static void closeTarget() {
        TARGET.close();
    }

    @Nested
    class CrashAtEveryCall extends CrashAtEveryCallContract {
        @Override
        StoreUnderTest newStore() {
            return MongoStoreUnderTest.open(TARGET.newDatabase("crash"));
        }
    }

    @Nested
    class Races extends RaceContract {
        @Override
        StoreUnderTest newStore() {
            return MongoStoreUnderTest.open(TARGET.newDatabase("race"));
        }
    }

    @Nested
    class Kills extends KillContract {
        private final String location = TARGET.newDatabase("kill");

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
