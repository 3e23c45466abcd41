package io.orgstead.adapter.http;

import io.orgstead.domain.observation.TraceContext;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids of requests, of traces and of steps in them. They have to be unlike each other, not hard to guess. */
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

    /** A request: 122 random bits in the form of a UUID (RFC 9562, section 5.4). */
    static String request() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long version = (random.nextLong() & ~0xf000L) | 0x4000L;
        long variant = (random.nextLong() >>> 2) | (1L << 63);
        return new UUID(version, variant).toString();
    }

    private static String nonZero() {
        long random = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(random == 0 ? 1 : random);
    }
}
