package io.orgstead.adapter.sqlite;

import java.time.Duration;

/** The moment at which a call gives up. */
final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, in nanoseconds; 0 or less once it has passed. */
    long remainingNanos() {
        return at - System.nanoTime();
    }

    boolean hasPassed() {
        return remainingNanos() <= 0;
    }
}
