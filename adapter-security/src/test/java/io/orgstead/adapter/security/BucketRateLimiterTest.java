package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.port.RateLimiter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketRateLimiterTest {

    private static final int MANY = 1_000_000;

    /** As {@link System#nanoTime()} may: it overflows in the middle of the tests. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

    @Test
    void fillsTheDecision() {
        BucketRateLimiter limiter = limiter(2, Duration.ofSeconds(10));

        assertThat(limiter.tryAcquire("a")).isEqualTo(new RateDecision(true, 1, Duration.ZERO, Duration.ofSeconds(5)));
        assertThat(limiter.tryAcquire("a")).isEqualTo(new RateDecision(true, 0, Duration.ZERO, Duration.ofSeconds(10)));
        assertThat(limiter.tryAcquire("a"))
                .isEqualTo(new RateDecision(false, 0, Duration.ofSeconds(5), Duration.ofSeconds(10)));
        pass(Duration.ofSeconds(3));
        assertThat(limiter.tryAcquire("a"))
                .isEqualTo(new RateDecision(false, 0, Duration.ofSeconds(2), Duration.ofSeconds(7)));
        pass(Duration.ofSeconds(2));
        assertThat(limiter.tryAcquire("a")).isEqualTo(new RateDecision(true, 0, Duration.ZERO, Duration.ofSeconds(10)));
    }

    /** What is allowed of so many requests at this moment. */
    private static long allowedOf(RateLimiter limiter, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> limiter.tryAcquire("a").allowed())
                .count();
    }

    @Test
    void aBurstGetsTheLimitAndThenWhatIsRefilled() {
        BucketRateLimiter limiter = limiter(100, Duration.ofMinutes(1));
        Duration refill = Duration.ofMillis(600);

        assertThat(allowedOf(limiter, 250)).isEqualTo(100);
        pass(refill.minusNanos(1));
        assertThat(allowedOf(limiter, 250)).isZero();
        pass(Duration.ofNanos(1));
        assertThat(allowedOf(limiter, 250)).isEqualTo(1);
        pass(refill.multipliedBy(7).minusNanos(1));
        assertThat(allowedOf(limiter, 250)).isEqualTo(6);
    }

    @Test
    void aFullMinuteLaterABurstGetsTheLimitAgainAndNoneMore() {
        BucketRateLimiter limiter = limiter(100, Duration.ofMinutes(1));
        assertThat(allowedOf(limiter, 250)).isEqualTo(100);

        pass(Duration.ofMinutes(1).minusNanos(1));
        assertThat(allowedOf(limiter, 250)).isEqualTo(99);
        pass(Duration.ofNanos(1));
        assertThat(allowedOf(limiter, 250)).isEqualTo(1);
        // At these moments the client is being forgotten, or has been.
        for (long nanos : new long[] {-1, 0, 1, 1_000_000_000}) {
            pass(Duration.ofMinutes(1).plusNanos(nanos));
            assertThat(allowedOf(limiter, 250)).isEqualTo(nanos < 0 ? 99 : 100);
            pass(Duration.ofMinutes(2));
            assertThat(allowedOf(limiter, 250)).isEqualTo(100);
        }
    }

    @Test
    void forgetsAClientWhoseBucketIsFullAgainAndNoneBefore() {
        BucketRateLimiter limiter = limiter(3, Duration.ofMinutes(1));
        limiter.tryAcquire("a");

        pass(Duration.ofSeconds(59));
        assertThat(limiter.clients()).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        assertThat(limiter.clients()).isZero();
        assertThat(limiter.tryAcquire("a").remaining()).isEqualTo(2);
    }

    @Test
    void aMillionClientsStayWithinTheBound() {
        BucketRateLimiter limiter = limiter(5, Duration.ofHours(1));
        IntStream.range(0, 5).forEach(i -> limiter.tryAcquire("busy"));

        int allowedToTheBusyOne = 0;
        for (int i = 0; i < MANY; i++) {
            limiter.tryAcquire("client-" + i);
            if (i % 100 == 0 && limiter.tryAcquire("busy").allowed()) {
                allowedToTheBusyOne++;
            }
        }

        assertThat(limiter.clients())
                .isLessThanOrEqualTo(BucketRateLimiter.MAX_BYTES / BucketRateLimiter.BYTES_PER_CLIENT)
                .isGreaterThan(200_000);
        assertThat(allowedToTheBusyOne)
                .as("a client that asks all the time is not forgiven for the crowd around it")
                .isZero();
    }

    @Test
    void longNamesTakeTheRoomOfMany() {
        BucketRateLimiter limiter = limiter(5, Duration.ofHours(1));
        String megabyte = "x".repeat(1024 * 1024);

        IntStream.range(0, 200).forEach(i -> limiter.tryAcquire(i + megabyte));

        assertThat(limiter.clients()).isLessThan(64);
    }

    @Test
    void racingRequestsGetNoMoreThanTheLimit() {
        RateLimiter limiter = SecurityAdapters.rateLimiter(new RateLimit(1000, Duration.ofHours(1)), nanos::get);

        long allowed = IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> limiter.tryAcquire("a").allowed())
                .count();

        assertThat(allowed).isEqualTo(1000);
    }

    @Test
    void keepsTheSystemsTimeUnlessToldOtherwise() {
        RateLimiter limiter = SecurityAdapters.rateLimiter(new RateLimit(1, Duration.ofSeconds(1)));

        assertThat(limiter.tryAcquire("a").allowed()).isTrue();
        assertThat(limiter.tryAcquire("a").retryAfter()).isBetween(Duration.ofNanos(0), Duration.ofSeconds(1));
        await().until(() -> limiter.tryAcquire("a").allowed());
    }

    @Test
    void takesExtremeLimits() {
        BucketRateLimiter fast = limiter(1_000_000_000, Duration.ofSeconds(1));
        BucketRateLimiter slow = limiter(1, Duration.ofDays(365));
        BucketRateLimiter large = limiter(Duration.ofDays(365).toNanos(), Duration.ofDays(365));

        assertThat(fast.tryAcquire("a").remaining()).isEqualTo(999_999_999);
        assertThat(slow.tryAcquire("a").resetAfter()).isEqualTo(Duration.ofDays(365));
        assertThat(large.tryAcquire("a").allowed()).isTrue();
        pass(Duration.ofDays(300));
        assertThat(slow.tryAcquire("a"))
                .isEqualTo(new RateDecision(false, 0, Duration.ofDays(65), Duration.ofDays(65)));
        assertThat(large.tryAcquire("a").remaining())
                .isEqualTo(Duration.ofDays(365).toNanos() - 1);
    }

    @Test
    void refusesLimitsThatItCannotKeep() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> limiter(1_000_000_001, Duration.ofSeconds(1)));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> limiter(1, Duration.ofDays(366)));
    }

    private BucketRateLimiter limiter(long requests, Duration window) {
        return new BucketRateLimiter(new RateLimit(requests, window), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
