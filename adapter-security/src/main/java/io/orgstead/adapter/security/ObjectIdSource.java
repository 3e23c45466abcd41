package io.orgstead.adapter.security;

import io.orgstead.domain.port.IdSource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@link IdSource} in the layout of MongoDB's ObjectId: 4 bytes of seconds since 1970, 5 random bytes of this source, 3
 * bytes of a counter from a random start.
 *
 * <p>Seconds and counter together only ever grow, also when the clock stands still or goes back: a counter that runs over
 * takes the next second early.
 */
final class ObjectIdSource implements IdSource {

    private static final int COUNTER_BITS = 24;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long SECONDS_MASK = 0xFFFF_FFFFL;
    private static final long SOURCE_MASK = (1L << 40) - 1;

    private final InstantSource clock;
    private final String source;
    private final AtomicLong last;

    ObjectIdSource(InstantSource clock) {
        this(clock, new SecureRandom());
    }

    private ObjectIdSource(InstantSource clock, SecureRandom random) {
        this(clock, random.nextLong() & SOURCE_MASK, random.nextLong() & COUNTER_MASK);
    }

    ObjectIdSource(InstantSource clock, long source, long counter) {
        this.clock = clock;
        this.source = "%010x".formatted(source);
        this.last = new AtomicLong(counter);
    }

    @Override
    public String nextId() {
        long now = clock.instant().getEpochSecond();
        long id = last.updateAndGet(before -> after(before, now));
        return "%08x%s%06x".formatted(id >>> COUNTER_BITS & SECONDS_MASK, source, id & COUNTER_MASK);
    }

    private static long after(long before, long now) {
        long counter = before + 1 & COUNTER_MASK;
        return before >>> COUNTER_BITS < now ? now << COUNTER_BITS | counter : before + 1;
    }
}
