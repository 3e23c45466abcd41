package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecuritySettingsTest {

    private static final String SECRET = "an-orgstead-test-secret-of-32-bytes-and-more";

    private final SecuritySettings settings = SecuritySettings.defaults(TokenSecret.ofText(SECRET));

    @Test
    void defaultsAreForProduction() {
        assertThat(settings.issuer()).isEqualTo("orgstead");
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.bcryptCost()).isEqualTo(12);
        assertThat(settings.hashingThreads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.hashingQueue()).isEqualTo(32);
    }

    @Test
    void eachChangeLeavesTheRest() {
        SecuritySettings changed = settings.withIssuer("elsewhere")
                .withTokenLifetime(Duration.ofSeconds(7))
                .withBcryptCost(10)
                .withHashing(3, 5);

        assertThat(changed)
                .isEqualTo(new SecuritySettings(settings.tokenSecret(), "elsewhere", Duration.ofSeconds(7), 10, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 17, 31})
    void refusesOtherCosts(int cost) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> settings.withBcryptCost(cost))
                .withMessage("bcryptCost must be 4 to 16");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 16})
    void acceptsCosts(int cost) {
        assertThat(settings.withBcryptCost(cost).bcryptCost()).isEqualTo(cost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "PT1.5S", "P366D"})
    void refusesOtherLifetimes(String lifetime) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> settings.withTokenLifetime(Duration.parse(lifetime)))
                .withMessage("tokenLifetime must be whole seconds, 1 second to 365 days");
    }

    @Test
    void refusesABlankIssuer() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> settings.withIssuer(" "))
                .withMessageContaining("issuer");
    }

    @Test
    void refusesOtherNumbersOfThreadsAndWaiting() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> settings.withHashing(0, 1))
                .withMessage("hashingThreads must be 1 to 1024");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> settings.withHashing(1, 0))
                .withMessage("hashingQueue must be 1 to 1000");
    }

    @Test
    void hidesTheSecret() {
        assertThat(settings.toString())
                .contains("orgstead")
                .doesNotContain(SECRET)
                .contains("TokenSecret[hidden]");
    }

    @Test
    void refusesShortSecretsWithoutNamingThem() {
        String short31 = "x".repeat(31);

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> TokenSecret.ofText(short31))
                .withMessage("must have at least 32 bytes");
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> TokenSecret.of(new byte[31]));
    }

    @Test
    void countsTheBytesOfASecretNotItsCharacters() {
        assertThat(TokenSecret.ofText("é".repeat(16)).reveal()).hasSize(32);
    }

    @Test
    void copiesTheSecretBothWays() {
        byte[] key = new byte[32];
        TokenSecret secret = TokenSecret.of(key);

        key[0] = 1;
        secret.reveal()[1] = 1;

        assertThat(secret.reveal()).containsOnly(0);
    }
}
