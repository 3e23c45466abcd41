package io.orgstead.adapter.http;

import io.orgstead.domain.observation.TraceContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids of traces and of steps in them. They have to be unlike each other, not hard to guess. */
final class TraceIds {

    private TraceIds() {}

    /** A new trace that nobody records. */
    static TraceContext unrecorded() {
        return new TraceContext(nonZero() + nonZero(), nonZero(), 0);
    }

    /** A new step. */
    static String span() {
        return nonZero();
    }

    private static String nonZero() {
        long random = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(random == 0 ? 1 : random);
    }
}
