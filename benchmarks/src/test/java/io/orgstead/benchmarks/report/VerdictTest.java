package io.orgstead.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void theLimitItselfIsKept() {
        assertThat(Verdict.atLeast("any", 0.8, 0.8).isKept()).isTrue();
        assertThat(Verdict.atMost("any", 1.15, 1.15).isKept()).isTrue();
    }

    @Test
    void beyondTheLimitIsNotKept() {
        assertThat(Verdict.atLeast("any", 0.79, 0.8).word()).isEqualTo("NOT kept");
        assertThat(Verdict.atMost("any", 1.16, 1.15).word()).isEqualTo("NOT kept");
    }

    @Test
    void whatCouldNotBeMeasuredIsNotKept() {
        assertThat(Verdict.atLeast("any", Double.NaN, 0.8).isKept()).isFalse();
        assertThat(Verdict.atMost("any", Double.NaN, 0.8).isKept()).isFalse();
    }
}
