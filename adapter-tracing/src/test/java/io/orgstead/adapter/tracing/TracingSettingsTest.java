package io.orgstead.adapter.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingSettingsTest {

    private static boolean isOn(String... variables) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return new TracingSettings(environment, "1").isOn();
    }

    @Test
    void offUnlessSomebodyWantsTraces() {
        assertThat(isOn()).isFalse();
        assertThat(isOn("OTEL_SERVICE_NAME", "x", "PATH", "/bin")).isFalse();
        assertThat(isOn("OTEL_EXPORTER_OTLP_ENDPOINT", " ")).isFalse();
        assertThat(isOn("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318")).isTrue();
        assertThat(isOn("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://localhost:4318/v1/traces"))
                .isTrue();
        assertThat(isOn("OTEL_TRACES_EXPORTER", "otlp")).isTrue();
    }

    @Test
    void offWhereTheyAreSwitchedOff() {
        assertThat(isOn("OTEL_TRACES_EXPORTER", "none", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318"))
                .isFalse();
        assertThat(isOn("OTEL_SDK_DISABLED", "true", "OTEL_TRACES_EXPORTER", "otlp"))
                .isFalse();
    }

    @Test
    void keepsAndPrintsNothingThatMayBeSecret() {
        TracingSettings settings = new TracingSettings(
                Map.of("ORGSTEAD_JWT_SECRET", "s3cret", "OTEL_EXPORTER_OTLP_HEADERS", "api-key=k3y"), "1");
        assertThat(settings.environment()).containsOnlyKeys("OTEL_EXPORTER_OTLP_HEADERS");
        assertThat(settings.toString()).doesNotContain("s3cret", "k3y");
    }

    @Test
    void aWrongValueIsToldByName() {
        TracingSettings wrong = new TracingSettings(
                Map.of("OTEL_TRACES_EXPORTER", "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL", "pigeon"), "1");
        assertThatThrownBy(() -> TracingAdapters.open(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("OTEL_* variables: ")
                .hasMessageContaining("pigeon");
    }
}
