package io.orgstead.application.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.orgstead.application.usecase.MigrateInstallation.Phase;
import io.orgstead.application.usecase.MigrateInstallation.Progress;
import io.orgstead.testkit.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressesTest {

    private final SteppingClock clock = SteppingClock.atSampleTime();
    private final List<Progress> told = new ArrayList<>();
    private final Progresses progresses = new Progresses(told::add, clock, 4);

    private void after(int millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    @Test
    void everyPhaseIsToldOfAsItBegins() {
        progresses.begin(Phase.COPYING);
        progresses.begin(Phase.CATCHING_UP);

        assertThat(told)
                .containsExactly(new Progress(Phase.COPYING, 0, 4, 0), new Progress(Phase.CATCHING_UP, 0, 4, 0));
    }

    @Test
    void whatIsDoneIsAddedUp() {
        progresses.begin(Phase.COPYING);
        after(200);
        progresses.done(10);
        after(200);
        progresses.at(3);
        after(200);
        progresses.done(5);

        assertThat(told.subList(1, 4))
                .containsExactly(
                        new Progress(Phase.COPYING, 1, 4, 10),
                        new Progress(Phase.COPYING, 1, 4, 13),
                        new Progress(Phase.COPYING, 2, 4, 15));
    }

    @Test
    void everyPhaseBeginsFromNothing() {
        progresses.begin(Phase.COPYING);
        progresses.done(10);
        progresses.begin(Phase.SWITCHING);
        after(200);
        progresses.at(2);

        assertThat(told).last().isEqualTo(new Progress(Phase.SWITCHING, 0, 4, 2));
    }

    @Test
    void isNotToldMoreOftenThanAPersonCanRead() {
        progresses.begin(Phase.COPYING);
        after(199);
        progresses.at(1);
        progresses.done(1);
        assertThat(told).hasSize(1);

        after(1);
        progresses.at(2);
        progresses.at(3);

        assertThat(told).hasSize(2);
        assertThat(told.get(1)).isEqualTo(new Progress(Phase.COPYING, 1, 4, 3));
    }

    @Test
    void nobodyHasToListen() {
        Progresses none = Progresses.none(clock);

        assertThatCode(() -> {
                    none.begin(Phase.COPYING);
                    none.done(1);
                })
                .doesNotThrowAnyException();
    }
}
