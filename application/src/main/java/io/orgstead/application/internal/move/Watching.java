package io.orgstead.application.internal.move;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Has the source's changes noted for as long as a run lives. For use by one thread. */
public final class Watching {

    /** How long changes go on being noted for nobody after the death of a run. */
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private static final Duration RENEWAL = Duration.ofMinutes(1);

    private final Source source;
    private final MoveClaim claim;
    private final InstantSource clock;
    private Instant until;

    private Watching(Source source, MoveClaim claim, InstantSource clock, Instant until) {
        this.source = source;
        this.claim = claim;
        this.clock = clock;
        this.until = until;
    }

    /** Begins, or goes on with what an earlier run has begun. */
    public static Watching begin(Source source, MoveClaim claim, InstantSource clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant until = now.plus(LENGTH);
        source.watch(now, until);
        return new Watching(source, claim, clock, until);
    }

    /** To be called again and again. Throws {@link StartAgainException} if changes may have been missed. */
    void hold() {
        claim.hold();
        if (clock.instant().isAfter(until.minus(LENGTH).plus(RENEWAL))) {
            renew();
        }
    }

    /** Begins the time in which all is noted anew. */
    void renew() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        until = now.plus(LENGTH);
        if (!source.watch(now, until)) {
            throw new StartAgainException();
        }
    }

    /** Whether everything that was noted is still there to be taken. */
    boolean isOn() {
        return clock.instant().isBefore(until);
    }
}
