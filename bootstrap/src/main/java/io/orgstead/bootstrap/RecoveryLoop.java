package io.orgstead.bootstrap;

import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs recovery every few seconds, whatever happens to a single run. */
final class RecoveryLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryLoop.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final RecoverInterrupted recovery;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> runs;
    private boolean storeWasAway;

    private RecoveryLoop(RecoverInterrupted recovery) {
        this.recovery = recovery;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "orgstead-recovery");
            thread.setDaemon(true);
            return thread;
        });
        this.runs = timer.scheduleWithFixedDelay(
                this::runOnce, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    static RecoveryLoop start(RecoverInterrupted recovery) {
        return new RecoveryLoop(recovery);
    }

    static void log(RecoverInterrupted.Report report) {
        if (!report.isEmpty()) {
            LOG.info(
                    "recovered interrupted operations: {} finished, {} undone, {} postponed",
                    report.finished(),
                    report.undone(),
                    report.postponed());
        }
    }

    private void runOnce() {
        try {
            log(recovery.recoverExpired());
            storeWasAway = false;
        } catch (StoreUnavailableException e) {
            if (!storeWasAway) {
                LOG.warn("recovery waits for the store to answer again");
            }
            storeWasAway = true;
        } catch (RuntimeException e) {
            LOG.error("a run of recovery failed", e);
        }
    }

    @Override
    public void close() {
        runs.cancel(false);
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
