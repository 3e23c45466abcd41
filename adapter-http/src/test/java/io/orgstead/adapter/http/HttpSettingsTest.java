package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @Test
    void hasTheDocumentedDefaults() {
        HttpSettings settings = HttpSettings.builder().build();

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.maxBodyBytes()).isEqualTo(1_048_576);
        assertThat(settings.maxConnections()).isEqualTo(4096);
        assertThat(settings.maxBufferedBodyBytes()).isEqualTo(67_108_864);
        assertThat(settings.headTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.stopTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0/8",
                "::1/129",
                "proxy.example.com",
                "10.0.0.0/8/8",
                "::ffff:10.0.0.0/104"
            })
    void refusesWhatIsNoAddressRange(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        HttpSettings.builder().trustedProxies(List.of(range)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "10.0.0.1", "0.0.0.0/0", "::/0", "fd00::/8", "::1/128"})
    void takesAddressRanges(String range) {
        assertThat(HttpSettings.builder().trustedProxies(List.of(range)).build().trustedProxies())
                .containsExactly(range);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.builder().port(65_536).build())
                .withMessageContaining("port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.builder().port(-1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.builder().maxBodyBytes(0).build())
                .withMessageContaining("maxBodyBytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.builder()
                        .maxBodyBytes(100)
                        .maxBufferedBodyBytes(199)
                        .build())
                .withMessage("maxBufferedBodyBytes must be at least 200, not 199");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.builder().maxConnections(0).build())
                .withMessageContaining("maxConnections");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> HttpSettings.builder().headTimeout(Duration.ZERO).build())
                .withMessageContaining("headTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> HttpSettings.builder().bodyTimeout(Duration.ZERO).build())
                .withMessageContaining("bodyTimeout");
    }
}
