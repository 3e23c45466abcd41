package io.orgstead.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteppingClockTest {

    @Test
    void standsStillUntilStepped() {
        SteppingClock clock = SteppingClock.atSampleTime();
        long nanos = clock.nanos();

        assertThat(clock.instant()).isEqualTo(Samples.NOW).isEqualTo(clock.instant());
        assertThat(clock.advance(Duration.ofMillis(1_500))).isEqualTo(Samples.NOW.plusMillis(1_500));
        assertThat(clock.instant()).isEqualTo(Samples.NOW.plusMillis(1_500));
        assertThat(clock.nanos() - nanos).isEqualTo(1_500_000_000L);
    }

    @Test
    void knowsNothingFinerThanMilliseconds() {
        SteppingClock clock = new SteppingClock(Instant.parse("2026-01-01T00:00:00.001999Z"));

        clock.advance(Duration.ofNanos(1_999_999));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T00:00:00.002Z"));
        assertThat(clock).hasToString("SteppingClock[2026-01-01T00:00:00.002Z]");
    }

    @Test
    void doesNotStepBack() {
        SteppingClock clock = SteppingClock.atSampleTime();

        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofMillis(-1)));
        assertThat(clock.instant()).isEqualTo(Samples.NOW);
    }

    @Test
    void losesNoStepOfManyThreads() {
        SteppingClock clock = SteppingClock.atSampleTime();

        Race<Instant> race = Race.of(runner -> () -> clock.advance(Duration.ofSeconds(1)));

        assertThat(race.results()).doesNotHaveDuplicates().hasSize(Race.RUNNERS);
        assertThat(clock.instant()).isEqualTo(Samples.NOW.plusSeconds(Race.RUNNERS));
    }
}
