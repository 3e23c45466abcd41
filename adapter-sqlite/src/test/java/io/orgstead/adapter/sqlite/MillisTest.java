package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MillisTest {

    @Test
    void instantsOutOfRangeBecomeTheFirstOrLast() {
        assertThat(Millis.of(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThat(Millis.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Millis.boundOf(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThat(Millis.boundOf(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Millis.boundOf(Instant.ofEpochMilli(Long.MAX_VALUE).plusNanos(1)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aBoundIncludesWhatEndedInTheSameMillisecond() {
        Instant whole = Instant.parse("2026-01-02T03:04:05.678Z");

        assertThat(Millis.boundOf(whole)).isEqualTo(whole.toEpochMilli());
        assertThat(Millis.boundOf(whole.plusNanos(1))).isEqualTo(whole.toEpochMilli() + 1);
        assertThat(Millis.boundOf(Instant.EPOCH.minusNanos(1))).isZero();
    }
}
