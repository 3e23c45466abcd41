package io.orgstead.adapter.http;

import io.orgstead.application.usecase.CheckHealth;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the health for all who ask at once, and keeps what it found for a second: however many ask, the stores are
 * looked at once a second. Holds no thread of those who wait. Safe for use by any number of threads.
 */
final class Readiness {

    static final Duration KEPT = Duration.ofSeconds(1);

    private final CheckHealth checkHealth;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private @Nullable Look last;

    /**
     * A cache that is empty.
     *
     * @param executor runs what may block
     * @param nanoTime the time elapsed, in nanoseconds
     */
    Readiness(CheckHealth checkHealth, Executor executor, LongSupplier nanoTime) {
        this.checkHealth = checkHealth;
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    /** What was found, by a look that ended within the last second or is still to end. */
    synchronized CompletableFuture<CheckHealth.Report> report() {
        if (last == null || last.isOutdated()) {
            last = new Look();
        }
        return last.report.copy();
    }

    private final class Look {

        private volatile long endedAt;
        private final CompletableFuture<CheckHealth.Report> report =
                CompletableFuture.supplyAsync(this::look, executor);

        private CheckHealth.Report look() {
            try {
                return checkHealth.check();
            } finally {
                endedAt = nanoTime.getAsLong();
            }
        }

        boolean isOutdated() {
            return report.isDone() && nanoTime.getAsLong() - endedAt >= KEPT.toNanos();
        }
    }
}
