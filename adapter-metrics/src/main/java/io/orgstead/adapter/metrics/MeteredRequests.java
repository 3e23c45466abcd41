package io.orgstead.adapter.metrics;

import io.micrometer.core.instrument.Timer;
import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.observation.TraceContext;
import io.orgstead.domain.port.RequestObserver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link RequestObserver} that counts and times requests by method, route and class of status. */
final class MeteredRequests implements RequestObserver {

    static final String REQUESTS = "orgstead.http.server.requests";

    /** Apart from the histogram, so that it is there from the start, at 0. */
    static final String ERRORS = "orgstead.http.server.errors";

    private static final String ERRORS_HELP = "Requests that the server failed (5xx)";

    private final Loading loading;
    private final AtomicInteger active = new AtomicInteger();
    private final Map<List<String>, Timer> timers = new ConcurrentHashMap<>();

    MeteredRequests(Loading loading) {
        this.loading = loading;
        loading.with(meters -> {
            meters.gauge("orgstead.http.server.active.requests", "Requests under way", active::get);
            meters.counter(ERRORS, ERRORS_HELP, List.of());
        });
    }

    @Override
    public Watch begin(Optional<TraceContext> parent) {
        active.incrementAndGet();
        return new MeteredRequest(parent);
    }

    private void record(RequestSummary summary) {
        loading.with(meters -> {
            List<String> labels =
                    List.of("method", summary.method(), "route", summary.route(), "status", summary.statusClass());
            timers.computeIfAbsent(labels, key -> meters.histogram(REQUESTS, "Requests answered", key))
                    .record(summary.duration());
            if (summary.isServerError()) {
                meters.counter(ERRORS, ERRORS_HELP, List.of()).increment();
            }
        });
    }

    private final class MeteredRequest implements Watch {

        private final Optional<TraceContext> context;
        private final AtomicBoolean ended = new AtomicBoolean();

        MeteredRequest(Optional<TraceContext> context) {
            this.context = context;
        }

        @Override
        public Optional<TraceContext> context() {
            return context;
        }

        @Override
        public Scope enter() {
            return () -> {};
        }

        @Override
        public void end(RequestSummary summary) {
            if (!ended.getAndSet(true)) {
                record(summary);
                active.decrementAndGet();
            }
        }
    }
}
