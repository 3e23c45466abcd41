package io.orgstead.application.internal.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.application.usecase.MoveOrganization.Progress;
import io.orgstead.testkit.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Progress is told as often as a person can read it, and who is told can end it. */
class ReporterTest {

    private final SteppingClock clock = SteppingClock.atSampleTime();
    private final List<Progress> told = new ArrayList<>();
    private final Reporter reporter = new Reporter(told::add, clock, 9);

    @Test
    void aPhaseIsToldWhenItBegins() {
        reporter.begin(Phase.VERIFYING);
        reporter.begin(Phase.CATCHING_UP);
        assertThat(told)
                .containsExactly(new Progress(Phase.VERIFYING, 0, 9, 0), new Progress(Phase.CATCHING_UP, 0, 0, 0));
    }

    @Test
    void nobodyIsToldMoreThanFiveTimesASecond() {
        reporter.begin(Phase.COPYING);
        clock.advance(Duration.ofMillis(199));
        reporter.at(1, 10);
        clock.advance(Duration.ofMillis(1));
        reporter.at(2, 20);
        reporter.at(3, 30);
        clock.advance(Duration.ofMillis(200));
        reporter.at(4, 40);
        assertThat(told)
                .containsExactly(
                        new Progress(Phase.COPYING, 0, 9, 0),
                        new Progress(Phase.COPYING, 2, 9, 20),
                        new Progress(Phase.COPYING, 4, 9, 40));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void itIsKnownHowManyThereAreWhereAllAreGoneThrough(Phase phase) {
        reporter.begin(phase);
        boolean all = phase == Phase.COPYING || phase == Phase.VERIFYING;
        assertThat(told).containsExactly(new Progress(phase, 0, all ? 9 : 0, 0));
    }

    @Test
    void whoIsToldCanEndItBeforeTheSwitch() {
        Reporter stopped = new Reporter(progress -> progress.documents() == 0, clock, 9);
        stopped.begin(Phase.CATCHING_UP);
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> stopped.at(1, 1)).isInstanceOf(StoppedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"SWITCHING", "CLEANING_UP"})
    void fromTheSwitchOnNobodyCanEndIt(Phase phase) {
        Reporter going = new Reporter(
                progress -> {
                    told.add(progress);
                    return false;
                },
                clock,
                9);
        going.begin(phase);
        clock.advance(Duration.ofSeconds(1));
        going.at(1, 1);
        assertThat(told).hasSize(2);
    }
}
