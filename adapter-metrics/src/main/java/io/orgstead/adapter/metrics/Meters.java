package io.orgstead.adapter.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes meters of one registry. A meter of a name and labels that are there already is the same meter. */
final class Meters implements AutoCloseable {

    /** From a lookup in memory to the longest wait for a store: what an answer in 200 ms is told by is among them. */
    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 25, 50, 100, 200, 500, 1_000, 2_500, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmMeters jvm = new JvmMeters();

    /** Makes a registry that knows the JVM and this build. */
    static Meters load(String version) {
        Meters meters = new Meters();
        meters.jvm.bindTo(meters.registry);
        Gauge.builder("orgstead.build.info", () -> 1)
                .description("This build, and what it runs on")
                .tags("version", version, "java", Runtime.version().toString())
                .register(meters.registry);
        return meters;
    }

    /**
     * A histogram of durations.
     *
     * @param labels names and values in turn
     */
    Timer histogram(String name, String help, List<String> labels) {
        return Timer.builder(name)
                .description(help)
                .tags(tags(labels))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    Counter counter(String name, String help, List<String> labels) {
        return Counter.builder(name).description(help).tags(tags(labels)).register(registry);
    }

    void gauge(String name, String help, Supplier<? extends Number> value) {
        Gauge.builder(name, value::get).description(help).register(registry);
    }

    private static Tags tags(List<String> labels) {
        return Tags.of(labels.toArray(String[]::new));
    }

    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        jvm.close();
        registry.close();
    }
}
