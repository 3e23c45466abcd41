package io.orgstead.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void goesInRoundStepsFromZero() {
        Axis axis = Axis.linear("any");
        axis.include(4_321);

        assertThat(axis.ticks()).containsExactly(0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0);
        assertThat(axis.place(2500)).isEqualTo(0.5);
    }

    @Test
    void goesInPowersOfTen() {
        Axis axis = Axis.logarithmic("any");
        axis.include(10);
        axis.include(20_000);

        assertThat(axis.ticks()).containsExactly(10.0, 100.0, 1000.0, 10_000.0, 100_000.0);
        assertThat(axis.place(1000)).isEqualTo(0.5);
    }

    @Test
    void labelsAreShort() {
        assertThat(Axis.label(20_000)).isEqualTo("20,000");
        assertThat(Axis.label(0.1)).isEqualTo("0.1");
        assertThat(Axis.label(5)).isEqualTo("5");
        assertThat(Axis.label(100)).isEqualTo("100");
    }
}
