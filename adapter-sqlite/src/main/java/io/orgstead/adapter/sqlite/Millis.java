package io.orgstead.adapter.sqlite;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the store keeps them: whole milliseconds since 1970. Instants out of range become the first or last. */
final class Millis {

    private Millis() {}

    static long of(Instant instant) {
        if (instant.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
            return Long.MIN_VALUE;
        }
        if (instant.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
            return Long.MAX_VALUE;
        }
        return instant.toEpochMilli();
    }

    /** The bound for "before this instant": rounded up, so that what ended within the same millisecond is included. */
    static long boundOf(Instant instant) {
        long millis = of(instant);
        boolean isWhole = instant.truncatedTo(ChronoUnit.MILLIS).equals(instant);
        return isWhole || millis == Long.MAX_VALUE ? millis : millis + 1;
    }
}
