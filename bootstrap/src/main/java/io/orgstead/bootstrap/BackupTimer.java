package io.orgstead.bootstrap;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Looks every half minute whether a backup is due. */
final class BackupTimer implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> looks;

    private BackupTimer(DailyBackups backups) {
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "orgstead-backup");
            thread.setDaemon(true);
            return thread;
        });
        this.looks = timer.scheduleWithFixedDelay(
                () -> look(backups), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    static BackupTimer start(DailyBackups backups) {
        return new BackupTimer(backups);
    }

    private static void look(DailyBackups backups) {
        try {
            backups.runIfDue();
        } catch (Throwable e) {
            // Whatever it was: a run that throws would be the last one.
            LoggerFactory.getLogger(BackupTimer.class).error("the daily backup failed", e);
        }
    }

    /** A backup under way is broken off, and leaves nothing. */
    @Override
    public void close() {
        looks.cancel(true);
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LoggerFactory.getLogger(BackupTimer.class).warn("a backup under way does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
