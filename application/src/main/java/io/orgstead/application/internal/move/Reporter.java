package io.orgstead.application.internal.move;

import io.orgstead.application.usecase.MoveOrganization.Observer;
import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.application.usecase.MoveOrganization.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells an observer of the progress, as often as a person can read it. For use by one thread. */
public final class Reporter {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Observer observer;
    private final InstantSource clock;
    private final long expected;
    private Phase phase = Phase.COPYING;
    private Instant next = Instant.MIN;

    /** Reports to this one. */
    public Reporter(Observer observer, InstantSource clock, long expected) {
        this.observer = observer;
        this.clock = clock;
        this.expected = expected;
    }

    /** A phase begins. */
    public void begin(Phase begun) {
        phase = begun;
        tell(0, 0);
    }

    void at(long documents, long bytes) {
        if (!clock.instant().isBefore(next)) {
            tell(documents, bytes);
        }
    }

    private void tell(long documents, long bytes) {
        next = clock.instant().plus(INTERVAL);
        boolean all = phase == Phase.COPYING || phase == Phase.VERIFYING;
        boolean goOn = observer.at(new Progress(phase, documents, all ? expected : 0, bytes));
        if (!goOn && phase.compareTo(Phase.SWITCHING) < 0) {
            throw new StoppedException();
        }
    }
}
