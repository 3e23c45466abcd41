package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.port.HealthProbe;
import io.orgstead.testkit.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link HealthProbe} must do. An implementation's test extends this class and says how to make the port. */
public abstract class HealthProbeContract {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    /**
     * Makes a probe of something that is there.
     *
     * @return a probe whose check succeeds
     */
    protected abstract HealthProbe healthyProbe();

    /**
     * Makes a probe of something that is not there, such as a store that was closed or cannot be reached.
     *
     * @return a probe whose check fails
     */
    protected abstract HealthProbe unhealthyProbe();

    @Test
    void nameIsShortStableAndTheSameInAnyHealth() {
        HealthProbe probe = healthyProbe();

        assertThat(probe.name()).matches("[a-z][a-z0-9_-]{0,29}").isEqualTo(probe.name());
        assertThat(unhealthyProbe().name()).isEqualTo(probe.name());
    }

    @Test
    void whatIsThereIsFoundAgainAndAgain() {
        HealthProbe healthy = healthyProbe();

        assertThatCode(healthy::check).doesNotThrowAnyException();
        assertThatCode(healthy::check).doesNotThrowAnyException();
        Refusal.expect(FailureCode.STORE_UNAVAILABLE, unhealthyProbe()::check);
    }

    @Test
    void whatIsNotThereIsToldAgainAndAgainInTime() {
        HealthProbe unhealthy = unhealthyProbe();
        long start = System.nanoTime();

        Refusal.expect(FailureCode.STORE_UNAVAILABLE, unhealthy::check);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME_LIMIT);
        Refusal.expect(FailureCode.STORE_UNAVAILABLE, unhealthy::check);
    }

    @Test
    void manyMayLookAtOnce() {
        HealthProbe healthy = healthyProbe();
        HealthProbe unhealthy = unhealthyProbe();

        Race<Boolean> race = Race.of(runner -> () -> {
            (runner % 2 == 0 ? healthy : unhealthy).check();
            return true;
        });

        assertThat(race.winners()).hasSize(Race.RUNNERS / 2);
        Refusal.expectAll(FailureCode.STORE_UNAVAILABLE, race.failures());
    }
}
