package io.orgstead.adapter.tracing;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How traces are exported: the standard {@code OTEL_*} variables, as of the OpenTelemetry specification. Immutable.
 * Not printed: headers for the exporter may be secret, and so may be what else is in an environment.
 *
 * @param environment the variables; others than {@code OTEL_*} are dropped
 * @param version the version of the software that is traced
 */
public record TracingSettings(Map<String, String> environment, String version) {

    private static final String PREFIX = "OTEL_";
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private static final String EXPORTER = "OTEL_TRACES_EXPORTER";
    private static final String DISABLED = "OTEL_SDK_DISABLED";

    /** Settings from their parts. */
    public TracingSettings {
        environment = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(PREFIX))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        Objects.requireNonNull(version, "version");
    }

    /**
     * Whether anybody wants traces: an exporter or an endpoint is named, and they are not switched off.
     *
     * @return false where no {@code OTEL_*} variable says so
     */
    public boolean isOn() {
        String exporter = environment.getOrDefault(EXPORTER, "").strip();
        boolean wanted = !exporter.isEmpty() || isGiven(ENDPOINT) || isGiven(TRACES_ENDPOINT);
        return wanted
                && !exporter.equals("none")
                && !environment.getOrDefault(DISABLED, "").strip().equalsIgnoreCase("true");
    }

    @Override
    public String toString() {
        return "TracingSettings[on=" + isOn() + ", version=" + version + "]";
    }

    private boolean isGiven(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
