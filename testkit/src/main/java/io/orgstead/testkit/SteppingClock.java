package io.orgstead.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test steps it forward. Millisecond precision. Safe for use by any number of threads. */
public final class SteppingClock implements InstantSource {

    private final AtomicReference<Instant> now;

    /**
     * A clock that stands at an instant.
     *
     * @param start where it stands; cut to milliseconds
     */
    public SteppingClock(Instant start) {
        now = new AtomicReference<>(start.truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * A clock that stands at {@link Samples#NOW}.
     *
     * @return a new clock
     */
    public static SteppingClock atSampleTime() {
        return new SteppingClock(Samples.NOW);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    /**
     * The same time for libraries that count nanoseconds, as {@link System#nanoTime()} does.
     *
     * @return nanoseconds since 1970; never goes back
     */
    public long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(millis());
    }

    /**
     * Steps forward.
     *
     * @param step how far; cut to milliseconds, not negative
     * @return the instant where it stands from now on
     * @throws IllegalArgumentException if the step is negative
     */
    public Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a clock must not be stepped back, by " + step);
        }
        return now.updateAndGet(instant -> instant.plusMillis(step.toMillis()));
    }

    @Override
    public String toString() {
        return "SteppingClock[" + instant() + "]";
    }
}
