package io.orgstead.application.internal.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Changes are noted as long as a run lives, and a run learns of it when some may have been missed. */
class WatchingTest {

    private final CopyCore core = new CopyCore();
    private final AtomicInteger claims = new AtomicInteger();
    private final Watching watching = core.watch(claims::incrementAndGet);

    @Test
    void theClaimIsHeldEachTime() {
        watching.hold();
        watching.hold();
        assertThat(claims).hasValue(2);
    }

    @Test
    void theStoreIsAskedOnceAMinute() {
        core.clock.advance(Duration.ofMinutes(1));
        watching.hold();
        assertThat(core.count("source watch")).as("only to begin").isEqualTo(1);
        core.clock.advance(Duration.ofMillis(1));
        watching.hold();
        watching.hold();
        assertThat(core.count("source watch")).as("once more").isEqualTo(2);
    }

    @Test
    void whoHoldsOnMissesNothingHoweverLongItTakes() {
        for (int i = 0; i < 4; i++) {
            core.clock.advance(Watching.LENGTH.minusMinutes(1));
            assertThatCode(watching::hold).doesNotThrowAnyException();
            assertThat(watching.isOn()).isTrue();
        }
    }

    @Test
    void whoStoodStillForTooLongStartsAgain() {
        core.clock.advance(Watching.LENGTH.plusMillis(1));
        assertThatThrownBy(watching::hold).isInstanceOf(StartAgainException.class);
        assertThatCode(watching::hold).doesNotThrowAnyException();
    }

    @Test
    void itIsOnUntilItsEnd() {
        core.clock.advance(Watching.LENGTH.minusMillis(1));
        assertThat(watching.isOn()).isTrue();
        core.clock.advance(Duration.ofMillis(1));
        assertThat(watching.isOn()).isFalse();
    }

    @Test
    void itIsRenewedWheneverThatIsAskedFor() {
        core.clock.advance(Watching.LENGTH.minusMillis(1));
        watching.renew();
        core.clock.advance(Watching.LENGTH.minusMillis(1));
        assertThat(watching.isOn()).isTrue();
    }
}
