package io.orgstead.bootstrap;

import io.orgstead.adapter.audit.AuditAdapter;
import io.orgstead.adapter.metrics.MetricsAdapters;
import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.tracing.TracingAdapters;
import io.orgstead.adapter.tracing.TracingSettings;
import io.orgstead.application.usecase.CollectionBudget;
import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.domain.port.MetricsPage;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.domain.port.RequestObserver;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who watches the server, as far as the settings want it: metrics, traces, the audit log. Gives every part of the server
 * as it is to be used, watched or not.
 */
final class Watchers implements AutoCloseable {

    private final Optional<MetricsAdapters> metrics;
    private final Optional<TracingAdapters> tracing;
    private final HeldBack late = new HeldBack();

    private Watchers(MetricsExposure exposure, TracingSettings traces) {
        // Whether traces are set up wrongly is to be known before anything has to be closed.
        tracing = traces.isOn() ? Optional.of(TracingAdapters.open(traces)) : Optional.empty();
        metrics = exposure.isOn() ? Optional.of(MetricsAdapters.create(Main.version(), late)) : Optional.empty();
    }

    static Watchers open(ServerSettings settings) {
        return new Watchers(settings.metrics(), settings.tracing());
    }

    Stores watched(Stores stores) {
        Stores metered = metrics.map(MetricsAdapters::storeObserver)
                .map(stores::observedBy)
                .orElse(stores);
        metrics.ifPresent(meters -> meters.showPool(stores.poolUsage()));
        return tracing.map(TracingAdapters::storeObserver)
                .map(metered::observedBy)
                .orElse(metered);
    }

    void watched(CollectionsWatch collections) {
        metrics.ifPresent(meters -> meters.showCollections(collections::latest, CollectionBudget.MOST));
    }

    SecurityAdapters security(SecuritySettings settings, InstantSource clock) {
        if (metrics.isEmpty()) {
            return SecurityAdapters.create(settings, clock);
        }
        SecurityAdapters security =
                SecurityAdapters.create(settings, clock, metrics.get().hashingObserver());
        metrics.get().showHashing(security::hashingLoad);
        return security;
    }

    RateLimiter watched(RateLimiter limiter) {
        return metrics.map(meters -> meters.watching(limiter)).orElse(limiter);
    }

    RecoverInterrupted watched(RecoverInterrupted recovery) {
        return metrics.<RecoverInterrupted>map(meters -> new MeteredRecovery(recovery, meters))
                .orElse(recovery);
    }

    AuditLog auditLog() {
        AuditLog log = AuditAdapter.auditLog();
        return metrics.map(meters -> meters.watching(log)).orElse(log);
    }

    /** Traces first: they make a request's place in its trace. */
    List<RequestObserver> requestObservers() {
        return Stream.concat(
                        tracing.map(TracingAdapters::requestObserver).stream(),
                        metrics.map(MetricsAdapters::requestObserver).stream())
                .toList();
    }

    Optional<MetricsPage> page() {
        return metrics.map(MetricsAdapters::page);
    }

    /** To be called once the server answers: what takes time to load, and nobody waits for, is loaded now. */
    void serverAnswers() {
        late.release();
    }

    @Override
    public void close() {
        metrics.ifPresent(MetricsAdapters::close);
        tracing.ifPresent(TracingAdapters::close);
    }
}
