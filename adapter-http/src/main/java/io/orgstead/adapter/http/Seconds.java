package io.orgstead.adapter.http;

import java.time.Duration;

/** Durations in the whole seconds that HTTP headers are written in. */
final class Seconds {

    private Seconds() {}

    /** Rounds up, so that nobody is told to come back too early. */
    static long roundedUp(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
