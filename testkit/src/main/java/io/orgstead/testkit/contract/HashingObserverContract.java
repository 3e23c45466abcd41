package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.port.HashingObserver;
import io.orgstead.testkit.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What every {@link HashingObserver} must do. An implementation's test extends this class and says how to make the port.
 */
public abstract class HashingObserverContract {

    /**
     * What was seen in all.
     *
     * @param hashed how many hashes were made
     * @param waited how long they waited together
     * @param took how long they took together
     * @param refused how many were refused
     */
    public record Seen(long hashed, Duration waited, Duration took, long refused) {}

    /**
     * The port that is tested.
     *
     * @return always the same within a test
     */
    protected abstract HashingObserver observer();

    /**
     * What was seen.
     *
     * @return everything since the test began; times to the millisecond
     */
    protected abstract Seen seen();

    @Test
    void addsUpWhatIsHashed() {
        observer().hashed(Duration.ofMillis(5), Duration.ofMillis(250));
        observer().hashed(Duration.ZERO, Duration.ofMillis(350));

        assertThat(seen()).isEqualTo(new Seen(2, Duration.ofMillis(5), Duration.ofMillis(600), 0));
    }

    @Test
    void countsRefusalsByThemselves() {
        observer().refused();
        observer().refused();

        assertThat(seen()).isEqualTo(new Seen(0, Duration.ZERO, Duration.ZERO, 2));
    }

    @Test
    void manyAtOnceAllCount() {
        Race<Boolean> race = Race.of(runner -> () -> {
            observer().hashed(Duration.ofMillis(1), Duration.ofMillis(2));
            observer().refused();
            return true;
        });

        assertThat(race.failures()).isEmpty();
        assertThat(seen())
                .isEqualTo(new Seen(
                        Race.RUNNERS,
                        Duration.ofMillis(Race.RUNNERS),
                        Duration.ofMillis(2L * Race.RUNNERS),
                        Race.RUNNERS));
    }
}
