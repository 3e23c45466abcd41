package io.orgstead.bootstrap;

import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

    private RecoveryLoop(RecoverInterrupted recovery, Duration interval, boolean storeIsAway) {
        this.storeWasAway = storeIsAway;
        this.recovery = recovery;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "orgstead-recovery");
            thread.setDaemon(true);
            return thread;
        });
        this.runs = timer.scheduleWithFixedDelay(
                this::runOnce, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Runs recovery once and then every few seconds.
     *
     * @param recovery what to run every few seconds
     * @param first what to run before this returns; should the store not answer just then, the loop tries again
     */
    static RecoveryLoop start(RecoverInterrupted recovery, Supplier<RecoverInterrupted.Report> first) {
        return start(recovery, first, INTERVAL);
    }

    static RecoveryLoop start(
            RecoverInterrupted recovery, Supplier<RecoverInterrupted.Report> first, Duration interval) {
        boolean storeIsAway = false;
        try {
            log(first.get());
        } catch (StoreUnavailableException e) {
            LOG.warn("interrupted operations are recovered later: the store does not answer", e);
            storeIsAway = true;
        }
        return new RecoveryLoop(recovery, interval, storeIsAway);
    }

    private static void log(RecoverInterrupted.Report report) {
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
        } catch (Throwable e) {
            // Whatever it was: a run that throws would be the last one.
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
