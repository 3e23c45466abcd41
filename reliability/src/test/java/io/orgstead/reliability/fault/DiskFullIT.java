package io.orgstead.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.reliability.NeedsFilter;
import io.orgstead.reliability.fault.EveryRoute.Sample;
import io.orgstead.reliability.report.Report;
import io.orgstead.reliability.server.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file system of the embedded store has no room left, in the middle of traffic. What cannot be written is answered 503; what is
 * in use can be read; when there is room again, all works by itself and what was acknowledged is there; never a 500.
 */
@Tag(NeedsFilter.ROOT)
class DiskFullIT {

    private static final Set<String> READS = Set.of("get", "read", "list");
    private static final int MIB = 24;

    @TempDir
    Path folder;

    @Test
    void refusesWritesAndHeals() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path ballast = disk.resolve("ballast");
        try (Mount mount = new Mount(disk, MIB);
                Scene scene = new Scene(new EmbeddedStore(disk.resolve("data")), folder)) {
            assertThat(scene.ask()).allMatch(Sample::succeeded);
            scene.begin(100);
            fill(ballast);
            List<Sample> asked = scene.ask();
            assertThat(asked)
                    .filteredOn(sample -> READS.contains(sample.route()))
                    .noneMatch(s -> s.status() == 503);
            assertThat(asked).filteredOn(sample -> sample.status() == 503).isNotEmpty();
            scene.traffic().end();

            mount.resize(8 * MIB);
            Duration healed = scene.untilHealed();
            scene.endAndJudge();
            Report.add(
                    "disk full (a tmpfs of " + MIB + " MiB)",
                    "embedded",
                    "writes 503 and not there, reads go on, nothing acknowledged lost, heals by itself, no 500",
                    "%d of %d requests of the witness 503, slowest %d ms; well %d ms after there was room; %s"
                            .formatted(
                                    scene.count(503),
                                    asked.size(),
                                    scene.slowest(503),
                                    healed.toMillis(),
                                    scene.seen()));
        }
    }

    /** To the last byte. */
    private static void fill(Path file) {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
