package io.orgstead.lifecycle;

import io.orgstead.adapter.mongo.MongoTarget;
import io.orgstead.adapter.mongo.RealMongoFilter;
import io.orgstead.bootstrap.TestDatabases;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The proof on MongoDB. */
class MongoLifecycleTest {

    private static final TestDatabases DATABASES = new TestDatabases();

    @AfterAll
    static void dropDatabases() {
        DATABASES.close();
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class CrashAtEveryCall extends CrashAtEveryCallContract {
        @Override
        boolean inRecoveryToo() {
            return MongoTarget.isReal();
        }

        @Override
        StoreUnderTest newStore() {
            return MongoStoreUnderTest.open(DATABASES.newUri());
        }
    }

    /** The fake has no homes without names. Every fault at every call is tried on the embedded store, by the same steps. */
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    @Tag(RealMongoFilter.TAG)
    class MoveAtEveryCall extends MoveAtEveryCallContract {
        @Override
        boolean oneFaultInTurn() {
            return true;
        }

        @Override
        StoreUnderTest newStore() {
            return MongoStoreUnderTest.open(DATABASES.newUri());
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Races extends RaceContract {
        @Override
        StoreUnderTest newStore() {
            return MongoStoreUnderTest.open(DATABASES.newUri());
        }
    }

    /** Fifty kills on a real server; ten where only the fake in this JVM is there. */
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Kills extends KillContract {
        private final String location = DATABASES.newUri();
        private final StoreUnderTest store = MongoStoreUnderTest.open(location);

        @AfterEach
        void close() {
            store.close();
        }

        @Override
        int kills() {
            return MongoTarget.isReal() ? 50 : 10;
        }

        @Override
        void open(Consumer<StoreUnderTest> visitor) {
            visitor.accept(store);
        }

        @Override
        String location() {
            return location;
        }
    }
}
