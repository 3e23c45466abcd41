package io.orgstead.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void isTheMiddleOne() {
        assertThat(Median.of(9, 1, 5)).isEqualTo(5);
    }

    @Test
    void liesBetweenTheMiddleTwo() {
        assertThat(Median.of(4, 1, 100, 2)).isEqualTo(3);
    }

    @Test
    void isTheOnlyOne() {
        assertThat(Median.of(7)).isEqualTo(7);
    }
}
