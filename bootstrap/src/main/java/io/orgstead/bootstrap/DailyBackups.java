package io.orgstead.bootstrap;

import io.orgstead.application.usecase.backup.WriteBackup;
import io.orgstead.bootstrap.backup.BackupFileReader;
import io.orgstead.bootstrap.backup.BackupFileWriter;
import io.orgstead.bootstrap.backup.BackupKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup of the whole installation once a day, looks whether it is whole, and only then removes those that are too old.
 * What is in the folder under other names is left alone. For one thread.
 */
final class DailyBackups {

    private static final Logger LOG = LoggerFactory.getLogger(DailyBackups.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Pattern NAME = Pattern.compile("orgstead-[0-9]{8}T[0-9]{6}Z\\.backup");

    private final BackupSettings settings;
    private final WriteBackup backup;
    private final InstantSource clock;
    private Instant due;

    DailyBackups(BackupSettings settings, WriteBackup backup, InstantSource clock) {
        this.settings = settings;
        this.backup = backup;
        this.clock = clock;
        this.due = next(clock.instant());
    }

    /** The next time of day after an instant. */
    private Instant next(Instant after) {
        LocalDateTime now = LocalDateTime.ofInstant(after, ZoneOffset.UTC);
        LocalDateTime today = now.toLocalDate().atTime(settings.at());
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant(ZoneOffset.UTC);
    }

    /**
     * Makes a backup if its time has come; to be called every minute or so. A day that was missed is not made up for more than
     * once. What fails is told in the log, and tried again the next day.
     */
    void runIfDue() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        due = next(now);
        try {
            make(now);
        } catch (IOException | RuntimeException e) {
            LOG.error("the daily backup failed; the ones before it are kept", e);
        }
    }

    private void make(Instant now) throws IOException {
        Files.createDirectories(settings.folder());
        Path file = settings.folder().resolve("orgstead-" + STAMP.format(now.atOffset(ZoneOffset.UTC)) + ".backup");
        WriteBackup.Report report;
        try (BackupFileWriter writer = BackupFileWriter.create(file, BackupKind.INSTALLATION, now)) {
            report = backup.write(Optional.empty(), writer);
            writer.finish();
        }
        BackupFileReader.verify(file);
        if (report.leftOut() > 0) {
            LOG.warn("{} organizations are not in the backup: they have no admin", report.leftOut());
        }
        LOG.info(
                "made the backup {}: {} organizations, {} documents, {} bytes",
                file,
                report.organizations(),
                report.documents(),
                Files.size(file));
        removeOld();
    }

    private void removeOld() throws IOException {
        List<Path> backups;
        try (Stream<Path> files = Files.list(settings.folder())) {
            backups = files.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
        for (Path old : backups.subList(0, Math.max(0, backups.size() - settings.keep()))) {
            Files.delete(old);
            LOG.info("removed the backup {}", old);
        }
    }
}
