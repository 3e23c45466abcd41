package io.orgstead.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.orgstead.benchmarks.process.Watched;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void tellsPercentilesInMilliseconds() {
        Histogram nanos = Latencies.empty();
        for (int millis = 1; millis <= 100; millis++) {
            Latencies.add(nanos, millis * 1_000_000L);
        }
        Sample sample = new Sample(nanos, 0, 2, 50, 1);

        assertThat(sample.millis(50)).isCloseTo(50, within(0.1));
        assertThat(sample.millis(95)).isCloseTo(95, within(0.1));
        assertThat(sample.millis(99)).isCloseTo(99, within(0.1));
        assertThat(sample.perSecond()).isEqualTo(50);
        assertThat(sample.processorMillisPerCall()).isEqualTo(0.5);
    }

    @Test
    void figuresAreTheMediansOfTheRoundsAndAllTheirErrors() {
        Scenario scenario = new Scenario("any", 3, 0, 200, Watched.self(), Calls.work(() -> {}), Optional.empty());

        Figures figures = Figures.of(scenario, List.of(sample(10, 1), sample(1000, 2), sample(30, 0)));

        assertThat(figures.perSecond()).isEqualTo(30);
        assertThat(figures.p50()).isCloseTo(30, within(0.1));
        assertThat(figures.errors()).isEqualTo(3);
        assertThat(figures.connections()).isEqualTo(3);
    }

    /** As many calls in a second as each takes milliseconds. */
    private static Sample sample(int number, long errors) {
        Histogram nanos = Latencies.empty();
        for (int i = 0; i < number; i++) {
            Latencies.add(nanos, number * 1_000_000L);
        }
        return new Sample(nanos, errors, 1, 0, 0);
    }
}
