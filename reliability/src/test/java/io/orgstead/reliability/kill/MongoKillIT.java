package io.orgstead.reliability.kill;

import io.orgstead.reliability.NeedsFilter;
import io.orgstead.reliability.server.MongoStore;
import io.orgstead.reliability.server.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills of a server on MongoDB, which itself lives on. {@code -Dorgstead.crash.kills} says how many, {@code
 * -Dorgstead.crash.seed} which. After a failure the servers' logs stay.
 */
@Tag(NeedsFilter.MONGODB)
class MongoKillIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingIsLostAndNothingIsLeft() throws InterruptedException {
        try (Store store = new MongoStore()) {
            new KillRun(store, folder).run();
        }
    }
}
