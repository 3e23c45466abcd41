package io.orgstead.bootstrap;

import io.orgstead.application.usecase.CollectionBudget;
import io.orgstead.domain.port.StoreDiagnosis;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the store's collections at start and every hour, and says so in the log when they come near their budget. */
final class CollectionsWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionsWatch.class);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final long UNKNOWN = -1;

    private final StoreDiagnosis diagnosis;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> looks;
    private volatile long latest = UNKNOWN;

    private CollectionsWatch(StoreDiagnosis diagnosis) {
        this.diagnosis = diagnosis;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "orgstead-collections");
            thread.setDaemon(true);
            return thread;
        });
        this.looks = timer.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Counts on a thread of its own: nobody waits for it. */
    static CollectionsWatch start(StoreDiagnosis diagnosis) {
        return new CollectionsWatch(diagnosis);
    }

    private void look() {
        try {
            latest = diagnosis.countCollections();
            new CollectionBudget(latest).warning().ifPresent(LOG::warn);
        } catch (RuntimeException e) {
            LOG.debug("collections cannot be counted now", e);
        }
    }

    /** The number at the latest count; negative before the first one. */
    long latest() {
        return latest;
    }

    @Override
    public void close() {
        looks.cancel(true);
        timer.shutdownNow();
    }
}
