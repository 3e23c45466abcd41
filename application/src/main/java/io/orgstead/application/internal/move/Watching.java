package io.orgstead.application.internal.move;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Has the source's changes noted for as long as a run lives. For use by one thread. */
public final class Watching {

    /** Long enough for whoever looks at the run. */
    public static final Duration LENGTH = Duration.ofMinutes(15);

    private static final Duration RENEWAL = Duration.ofMinutes(1);

    private final Source source;
    private final Runnable claim;
    private final Duration length;
    private final InstantSource clock;
    private Instant until;

    private Watching(Source source, Runnable claim, Duration length, InstantSource clock, Instant until) {
        this.source = source;
        this.claim = claim;
        this.length = length;
        this.clock = clock;
        this.until = until;
    }

    /**
     * Begins, or goes on with what an earlier run has begun.
     *
     * @param claim called again and again, to hold on to the right to copy
     * @param length how long changes go on being noted for nobody after the death of a run
     */
    public static Watching begin(Source source, Runnable claim, Duration length, InstantSource clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant until = now.plus(length);
        source.watch(now, until);
        return new Watching(source, claim, length, clock, until);
    }

    /** To be called again and again. Throws {@link StartAgainException} if changes may have been missed. */
    void hold() {
        claim.run();
        if (clock.instant().isAfter(until.minus(length).plus(RENEWAL))) {
            renew();
        }
    }

    /** Begins the time in which all is noted anew. */
    void renew() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        until = now.plus(length);
        if (!source.watch(now, until)) {
            throw new StartAgainException();
        }
    }

    /** Whether everything that was noted is still there to be taken. */
    boolean isOn() {
        return clock.instant().isBefore(until);
    }
}
