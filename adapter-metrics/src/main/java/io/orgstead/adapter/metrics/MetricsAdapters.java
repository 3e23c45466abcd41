package io.orgstead.adapter.metrics;

import io.orgstead.domain.observation.HashingLoad;
import io.orgstead.domain.observation.PoolUsage;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.domain.port.CallObserver;
import io.orgstead.domain.port.HashingObserver;
import io.orgstead.domain.port.MetricsPage;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.domain.port.RequestObserver;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is measured, in one registry: by those who watch, by ports that are watched, and by looks at what is there. Labels
 * have few values, all of them fixed by the software: none is a name, an id or an address. Safe for use by any number of
 * threads.
 *
 * <p>Whoever creates it closes it; it closes nothing that it was given.
 */
public final class MetricsAdapters implements AutoCloseable {

    private final Loading loading;
    private final RequestObserver requestObserver;
    private final CallObserver storeObserver;
    private final MeteredHashing hashing;
    private final RecoveryMeters recovery;
    private final MetricsPage page;

    private MetricsAdapters(Loading loading) {
        this.loading = loading;
        requestObserver = new MeteredRequests(loading);
        storeObserver = new MeteredCalls(loading);
        hashing = new MeteredHashing(loading);
        recovery = new RecoveryMeters(loading);
        page = new PrometheusPage(loading);
    }

    /**
     * Creates a registry.
     *
     * @param version the version of the software that is measured; a label
     * @param executor loads the libraries, which takes a while; what is measured meanwhile is kept. Must run what it is
     *     given sooner or later; {@code Runnable::run} does so at once
     * @return the adapters, to be closed by the caller
     */
    public static MetricsAdapters create(String version, Executor executor) {
        return new MetricsAdapters(new Loading(() -> Meters.load(version), executor));
    }

    /**
     * Times requests by method, route and class of status.
     *
     * @return always the same
     */
    public RequestObserver requestObserver() {
        return requestObserver;
    }

    /**
     * Times calls of the store by port, operation and outcome.
     *
     * @return always the same
     */
    public CallObserver storeObserver() {
        return storeObserver;
    }

    /**
     * Times the hashing of passwords, and the waiting for it.
     *
     * @return always the same
     */
    public HashingObserver hashingObserver() {
        return hashing;
    }

    /**
     * Counts whom a rate limiter refuses.
     *
     * @param limiter decides
     * @return a limiter that does the same
     */
    public RateLimiter watching(RateLimiter limiter) {
        return new MeteredRateLimiter(limiter, loading);
    }

    /**
     * Counts what an audit log takes down.
     *
     * @param log takes it down
     * @return a log that does the same
     */
    public AuditLog watching(AuditLog log) {
        return new MeteredAuditLog(log, loading);
    }

    /**
     * Shows how the store's connections are used.
     *
     * @param usage looks, quickly
     */
    public void showPool(Supplier<PoolUsage> usage) {
        loading.with(meters -> {
            meters.gauge(
                    "orgstead.store.pool.open",
                    "Connections to the store",
                    () -> usage.get().open());
            meters.gauge(
                    "orgstead.store.pool.in.use",
                    "Connections to the store in use",
                    () -> usage.get().inUse());
            meters.gauge(
                    "orgstead.store.pool.waiting",
                    "Callers that wait for a connection",
                    () -> usage.get().waiting());
            meters.gauge(
                    "orgstead.store.pool.limit",
                    "Connections to the store, at most",
                    () -> usage.get().limit());
        });
    }

    /**
     * Shows how many collections the store holds.
     *
     * @param count looks, quickly; negative while nobody knows
     * @param budget how many there should be at most
     */
    public void showCollections(LongSupplier count, long budget) {
        loading.with(meters -> {
            meters.gauge("orgstead.store.collections", "Collections in the store", count::getAsLong);
            meters.gauge(
                    "orgstead.store.collections.budget",
                    "Collections that there should be in the store at most",
                    () -> budget);
        });
    }

    /**
     * Shows how busy the hashing of passwords is.
     *
     * @param load looks, quickly
     */
    public void showHashing(Supplier<HashingLoad> load) {
        hashing.watch(load);
    }

    /**
     * Counts a run of recovery.
     *
     * @param finished operations carried through
     * @param undone operations rolled back
     * @param postponed operations left unsettled
     */
    public void recoveryRan(int finished, int undone, int postponed) {
        recovery.ran(finished, undone, postponed);
    }

    /** Counts a run of recovery that came to no end. */
    public void recoveryFailed() {
        recovery.failed();
    }

    /**
     * Everything measured. Waits for the libraries to be loaded.
     *
     * @return always the same
     */
    public MetricsPage page() {
        return page;
    }

    /** Lets go of the JVM's notifications. What is measured afterwards is lost. */
    @Override
    public void close() {
        loading.with(Meters::close);
    }
}
