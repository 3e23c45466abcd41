package io.orgstead.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RaceTest {

    @Test
    void tellsWinnersLosersAndFailuresApart() {
        AtomicBoolean taken = new AtomicBoolean();

        Race<Boolean> race = Race.of(runner -> () -> {
            if (runner == 0) {
                throw new IOException("fell");
            }
            return !taken.getAndSet(true);
        });

        assertThat(race.winners()).containsExactly(true);
        assertThat(race.losers()).isEqualTo(Race.RUNNERS - 2);
        assertThat(race.failures()).singleElement().isInstanceOf(IOException.class);
    }

    @Test
    void runsAllAtTheSameTime() {
        // Nobody passes the barrier before all have come.
        CyclicBarrier barrier = new CyclicBarrier(Race.RUNNERS);

        Race<Integer> race = Race.of(runner -> () -> barrier.await(60, TimeUnit.SECONDS));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results()).hasSize(Race.RUNNERS).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheOrderOfTheRunners() {
        List<Callable<String>> runners = List.of(() -> "first", () -> "second", () -> "third");

        assertThat(Race.between(runners).results()).containsExactly("first", "second", "third");
    }

    @Test
    void countsNullAsAFailure() {
        List<Callable<String>> runners = List.of(() -> null, () -> "result");

        Race<String> race = Race.between(runners);

        assertThat(race.winners()).containsExactly("result");
        assertThat(race.failures()).singleElement().isInstanceOf(NullPointerException.class);
    }

    @Test
    void countsAnErrorAsAFailure() {
        List<Callable<String>> runners = List.of(() -> {
            throw new AssertionError("seen");
        });

        assertThat(Race.between(runners).failures()).singleElement().isInstanceOf(AssertionError.class);
    }
}
