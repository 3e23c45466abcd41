package io.orgstead.lifecycle;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The proof on the embedded store. */
@Tag("lifecycle")
class SqliteLifecycleTest {

    @Nested
    class CrashAtEveryCall extends CrashAtEveryCallContract {
        @TempDir
        Path folder;

        @Override
        StoreUnderTest newStore() {
            return SqliteStoreUnderTest.open(folder);
        }
    }

    @Nested
    class Races extends RaceContract {
        @TempDir
        Path folder;

        @Override
        StoreUnderTest newStore() {
            return SqliteStoreUnderTest.open(folder);
        }
    }

    @Nested
    class Kills extends KillContract {
        @TempDir
        Path folder;

        @Override
        StoreUnderTest open() {
            return SqliteStoreUnderTest.open(folder);
        }

        @Override
        String location() {
            return folder.toString();
        }
    }
}
