package io.orgstead.adapter.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.orgstead.domain.port.CallObserver;
import io.orgstead.domain.port.RequestObserver;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Traces: a span for every request, and below it one for every call of the store. They are exported in the background, in
 * batches, and lost where nobody takes them; requests neither wait for that nor fail. Safe for use by any number of
 * threads.
 *
 * <p>Whoever opens it closes it.
 */
public final class TracingAdapters implements AutoCloseable {

    private static final long FLUSH_SECONDS = 2;

    /** What the specification leaves to the software: its name, and that nothing but traces is exported. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "orgstead",
            "otel.traces.exporter", "otlp",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.exporter.otlp.protocol", "http/protobuf");

    private final OpenTelemetrySdk sdk;
    private final RequestObserver requestObserver;
    private final CallObserver storeObserver;

    private TracingAdapters(OpenTelemetrySdk sdk, String version) {
        this.sdk = sdk;
        Tracer tracer = sdk.getTracerProvider().get("io.orgstead", version);
        requestObserver = new TracedRequests(tracer);
        storeObserver = new TracedCalls(tracer);
    }

    /**
     * Sets up traces by the standard variables. Unless they say otherwise, traces go to {@code http://localhost:4318} as
     * OTLP over HTTP, for a service named {@code orgstead}.
     *
     * @param settings the variables
     * @return the observers, to be closed by the caller
     * @throws IllegalArgumentException if a variable has a value that it cannot have; the message says which
     */
    public static TracingAdapters open(TracingSettings settings) {
        try {
            OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                    .disableShutdownHook()
                    .addPropertiesSupplier(() -> DEFAULTS)
                    .addPropertiesCustomizer(config -> properties(settings))
                    .build()
                    .getOpenTelemetrySdk();
            return new TracingAdapters(sdk, settings.version());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("OTEL_* variables: " + e.getMessage(), e);
        }
    }

    /** Traces by a provider that is set up already. */
    static TracingAdapters on(SdkTracerProvider provider) {
        return new TracingAdapters(
                OpenTelemetrySdk.builder().setTracerProvider(provider).build(), "test");
    }

    /** The variables as the library names them. They come by argument: it would read the process's own. */
    private static Map<String, String> properties(TracingSettings settings) {
        Map<String, String> properties = new HashMap<>();
        settings.environment().forEach((name, value) -> {
            if (name.startsWith("OTEL_") && !value.isBlank()) {
                properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return properties;
    }

    /**
     * Makes a span for every request, in the trace that the request comes from.
     *
     * @return always the same
     */
    public RequestObserver requestObserver() {
        return requestObserver;
    }

    /**
     * Makes a span for every call within a request. Calls from elsewhere, such as recovery's, leave none.
     *
     * @return always the same
     */
    public CallObserver storeObserver() {
        return storeObserver;
    }

    /** Exports what there is, for two seconds at most, and stops. */
    @Override
    public void close() {
        sdk.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
    }
}
