package io.orgstead.lifecycle;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The proof on the embedded store. */
@Tag("thorough")
class SqliteLifecycleTest {

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class CrashAtEveryCall extends CrashAtEveryCallContract {
        @TempDir
        Path folder;

        @Override
        StoreUnderTest newStore() {
            return SqliteStoreUnderTest.open(folder);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class MoveAtEveryCall extends MoveAtEveryCallContract {
        @TempDir
        Path folder;

        @Override
        boolean oneFaultInTurn() {
            return false;
        }

        @Override
        StoreUnderTest newStore() {
            return SqliteStoreUnderTest.open(folder);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class MoveKills extends MoveKillContract {
        @TempDir
        Path folder;

        @Override
        String location() {
            return folder.toString();
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Races extends RaceContract {
        @TempDir
        Path folder;

        @Override
        StoreUnderTest newStore() {
            return SqliteStoreUnderTest.open(folder);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Kills extends KillContract {
        @TempDir
        Path folder;

        @Override
        int kills() {
            return 50;
        }

        /** Opened for each visit only: a folder belongs to one process at a time. */
        @Override
        void open(Consumer<StoreUnderTest> visitor) {
            try (StoreUnderTest store = SqliteStoreUnderTest.open(folder)) {
                visitor.accept(store);
            }
        }

        @Override
        String location() {
            return folder.toString();
        }
    }
}
