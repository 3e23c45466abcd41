package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.backup.WriteBackup;
import io.orgstead.testkit.SteppingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyBackupsTest {

    @TempDir
    private Path folder;

    private final SteppingClock clock = SteppingClock.atSampleTime();
    private boolean failing;
    private int made;
    private final WriteBackup empty = (only, sink) -> {
        made++;
        if (failing) {
            throw new IllegalStateException("the store is away");
        }
        return new WriteBackup.Report(0, 0, 0);
    };

    private DailyBackups daily(LocalTime at, int keep) {
        return new DailyBackups(new BackupSettings(folder.resolve("backups"), at, keep), empty, clock);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private LocalTime now() {
        return LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .withSecond(0)
                .withNano(0);
    }

    @Test
    void oneADayAtItsTime() throws IOException {
        DailyBackups daily = daily(now().plusMinutes(2), 7);
        daily.runIfDue();
        assertThat(made).isZero();
        clock.advance(Duration.ofMinutes(2));
        daily.runIfDue();
        daily.runIfDue();
        assertThat(made).isOne();
        clock.advance(Duration.ofHours(23));
        daily.runIfDue();
        assertThat(made).isOne();
        clock.advance(Duration.ofHours(1));
        daily.runIfDue();
        assertThat(made).isEqualTo(2);
        assertThat(names()).hasSize(2).allMatch(name -> name.matches("orgstead-[0-9]{8}T[0-9]{6}Z\\.backup"));
    }

    @Test
    void aTimeThatHasPassedIsTomorrows() {
        DailyBackups daily = daily(now(), 7);
        daily.runIfDue();
        assertThat(made).isZero();
        clock.advance(Duration.ofDays(1));
        daily.runIfDue();
        assertThat(made).isOne();
    }

    @Test
    void theOldestAreRemovedOnceANewOneIsThere() throws IOException {
        DailyBackups daily = daily(now(), 3);
        Files.createDirectories(folder.resolve("backups"));
        Files.writeString(folder.resolve("backups").resolve("mine.backup"), "kept");
        for (int day = 0; day < 5; day++) {
            clock.advance(Duration.ofDays(1));
            daily.runIfDue();
        }
        List<String> kept = names();
        assertThat(kept).hasSize(4).contains("mine.backup");
        Instant newest = clock.instant();
        assertThat(kept.get(3)).contains(newest.toString().substring(0, 10).replace("-", ""));

        failing = true;
        clock.advance(Duration.ofDays(1));
        daily.runIfDue();
        assertThat(made).isEqualTo(6);
        assertThat(names()).isEqualTo(kept);

        failing = false;
        clock.advance(Duration.ofDays(1));
        daily.runIfDue();
        assertThat(names()).hasSize(4).isNotEqualTo(kept);
    }
}
