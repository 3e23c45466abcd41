package io.orgstead.adapter.metrics;

import io.micrometer.core.instrument.Timer;
import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.port.CallObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@link CallObserver} that counts and times the calls of a store, and keeps whether it answered last. */
final class MeteredCalls implements CallObserver {

    static final String CALLS = "orgstead.store.calls";

    private final Loading loading;
    private final Map<List<String>, Timer> timers = new ConcurrentHashMap<>();
    private volatile boolean up = true;

    MeteredCalls(Loading loading) {
        this.loading = loading;
        loading.with(meters ->
                meters.gauge("orgstead.store.up", "Whether the store answered its latest call", () -> up ? 1 : 0));
    }

    @Override
    public Call begin(PortCall call) {
        long start = System.nanoTime();
        AtomicBoolean ended = new AtomicBoolean();
        return outcome -> {
            if (!ended.getAndSet(true)) {
                up = outcome != CallOutcome.UNAVAILABLE;
                record(call, outcome, Duration.ofNanos(System.nanoTime() - start));
            }
        };
    }

    private void record(PortCall call, CallOutcome outcome, Duration took) {
        loading.with(meters -> timers.computeIfAbsent(
                        List.of("port", call.port(), "operation", call.operation(), "outcome", outcome.id()),
                        labels -> meters.histogram(CALLS, "Calls of the store", labels))
                .record(took));
    }
}
