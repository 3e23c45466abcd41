package io.orgstead.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.reliability.NeedsFilter;
import io.orgstead.reliability.report.Report;
import io.orgstead.reliability.server.MongoEngine;
import io.orgstead.reliability.server.MongoStore;
import io.orgstead.reliability.server.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MongoDB goes away in the middle of traffic, for as long as every route is asked once, and comes back. Meanwhile every route that
 * needs it answers 503; afterwards all work again by themselves; nothing that was acknowledged is lost; never a 500.
 */
@Tag(NeedsFilter.MONGODB_PROGRAM)
abstract class MongodGone {

    private static final int TIMES = Integer.getInteger("orgstead.crash.rounds", 2);

    @TempDir
    Path folder;

    /** For the report. */
    abstract String fault();

    abstract void goAway(MongoEngine engine);

    abstract void comeBack(MongoEngine engine);

    @Test
    void saysSoAndHeals() throws IOException, InterruptedException {
        Duration healed = Duration.ZERO;
        try (MongoEngine engine = new MongoEngine(folder);
                Store store = new MongoStore(engine.uri());
                Scene scene = new Scene(store, folder)) {
            for (int time = 0; time < TIMES; time++) {
                scene.begin(150);
                goAway(engine);
                assertThat(scene.ask()).allMatch(sample -> sample.status() == 503);
                comeBack(engine);
                Duration took = scene.untilHealed();
                healed = took.compareTo(healed) > 0 ? took : healed;
                scene.endAndJudge();
            }
            Report.add(
                    fault(),
                    store.title(),
                    "503 within 5 s on every route, heals by itself, nothing acknowledged lost, no 500",
                    "%d times; slowest 503 after %d ms; every route well %d ms after MongoDB at most; %s"
                            .formatted(TIMES, scene.slowest(503), healed.toMillis(), scene.seen()));
        }
    }
}
