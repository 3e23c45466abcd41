package io.orgstead.adapter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.port.RateLimiter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** {@link RateLimiter} by a token bucket for each client, in a map that is bounded by the memory that it takes. */
final class BucketRateLimiter implements RateLimiter {

    /** The memory that all clients may take together. */
    static final long MAX_BYTES = 128L * 1024 * 1024;

    /** What a client takes beside its name: bucket, node of the map, share of its table. Measured at under 400; rounded up. */
    static final int BYTES_PER_CLIENT = 500;

    /** The map notes accesses that follow one another this closely as one, the first: by so much it forgets too early. */
    private static final Duration ACCESS_TOLERANCE = Duration.ofSeconds(1);

    private static final Duration MAX_WINDOW = Duration.ofDays(365);

    private final RateLimit limit;
    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    BucketRateLimiter(RateLimit limit, LongSupplier nanoTime) {
        if (limit.window().compareTo(MAX_WINDOW) > 0) {
            throw new InvalidValueException("must have a window of at most 365 days");
        }
        if (limit.requests() > limit.window().toNanos()) {
            throw new InvalidValueException("must allow at most one request a nanosecond");
        }
        this.limit = limit;
        bandwidth = Bandwidth.builder()
                .capacity(limit.requests())
                .refillGreedy(limit.requests(), limit.window())
                .build();
        time = new ElapsedTime(nanoTime, nanoTime.getAsLong());
        buckets = Caffeine.newBuilder()
                .maximumWeight(MAX_BYTES)
                .weigher((String client, Bucket bucket) -> BYTES_PER_CLIENT + 2 * client.length())
                // By then the bucket is full again: to forget it changes nothing.
                .expireAfterAccess(limit.window().plus(ACCESS_TOLERANCE))
                .ticker(time::currentTimeNanos)
                // Tidying up is done by whoever adds a client, so that adding cannot outrun it.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public RateDecision tryAcquire(String client) {
        ConsumptionProbe probe = buckets.get(client, unseen -> fullBucket()).tryConsumeAndReturnRemaining(1);
        return new RateDecision(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    @Override
    public RateLimit limit() {
        return limit;
    }

    /** How many clients are remembered now. */
    long clients() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(time)
                .build();
    }

    /** Time from 0 on: a bucket takes a time that overflows for one that goes back, and would never fill again. */
    private record ElapsedTime(LongSupplier nanoTime, long start) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanoTime.getAsLong() - start;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
