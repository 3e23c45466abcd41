package io.orgstead.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginLimitTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 0", "10, 1", "11, 2", "12, 4", "19, 512", "20, 900", "2000000000, 900"})
    void delaysDoubleUpToTheLongest(int failures, long seconds) {
        assertThat(new LoginLimit(10, Duration.ofMinutes(15)).delayAfter(failures))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDayIsReached() {
        LoginLimit limit = new LoginLimit(1, Duration.ofDays(1));

        assertThat(limit.delayAfter(17)).isEqualTo(Duration.ofSeconds(65_536));
        assertThat(limit.delayAfter(18)).isEqualTo(Duration.ofDays(1));
        assertThat(limit.delayAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({"0, PT1M", "1, PT0.999S", "1, PT24H0.001S"})
    void refusesWhatIsOutOfRange(int failures, Duration longestDelay) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new LoginLimit(failures, longestDelay));
    }

    @Test
    void takesTheShortestDelay() {
        assertThat(new LoginLimit(1, Duration.ofSeconds(1)).delayAfter(5)).isEqualTo(Duration.ofSeconds(1));
    }
}
