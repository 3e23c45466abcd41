package io.orgstead.reliability.kill;

import io.orgstead.reliability.server.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills on the embedded store. {@code -Dorgstead.crash.kills} says how many, {@code -Dorgstead.crash.seed} which. After a
 * failure the folder stays.
 */
@Tag("thorough")
class EmbeddedKillIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingIsLostAndNothingIsLeft() throws InterruptedException {
        new KillRun(new EmbeddedStore(folder.resolve("data")), folder).run();
    }
}
