package io.orgstead.application.internal.migration;

import io.orgstead.application.usecase.MigrateInstallation.Observer;
import io.orgstead.application.usecase.MigrateInstallation.Phase;
import io.orgstead.application.usecase.MigrateInstallation.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells an observer of the progress, as often as a person can read it. For use by one thread. */
final class Progresses {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Observer observer;
    private final InstantSource clock;
    private final long expected;
    private Phase phase = Phase.COPYING;
    private Instant next = Instant.MIN;
    private long organizations;
    private long before;

    Progresses(Observer observer, InstantSource clock, long expected) {
        this.observer = observer;
        this.clock = clock;
        this.expected = expected;
    }

    static Progresses none(InstantSource clock) {
        return new Progresses(progress -> {}, clock, 0);
    }

    void begin(Phase begun) {
        phase = begun;
        organizations = 0;
        before = 0;
        tell(0);
    }

    /** The phase goes through all organizations once more. */
    void beginRound() {
        organizations = 0;
    }

    /** One more organization is done. */
    void done(long documents) {
        organizations++;
        before += documents;
        at(0);
    }

    /** So many documents of one organization have been looked at. */
    void at(long documents) {
        if (!clock.instant().isBefore(next)) {
            tell(documents);
        }
    }

    private void tell(long documents) {
        next = clock.instant().plus(INTERVAL);
        observer.at(new Progress(phase, organizations, expected, before + documents));
    }
}
