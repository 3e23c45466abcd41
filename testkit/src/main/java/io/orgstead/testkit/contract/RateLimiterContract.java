package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.SteppingClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} must do. An implementation's test extends this class and says how to make the port. */
public abstract class RateLimiterContract {

    /** Four requests at once, and one more each 15 seconds. */
    private static final RateLimit LIMIT = new RateLimit(4, Duration.ofMinutes(1));

    private static final Duration PER_REQUEST = Duration.ofSeconds(15);
    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final int MANY_CLIENTS = 5_000;

    private final SteppingClock clock = SteppingClock.atSampleTime();
    private RateLimiter limiter;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @param limit the limit it keeps
     * @param clock its only source of time; {@link SteppingClock#nanos()} serves libraries that count nanoseconds
     * @return the port, with every client's bucket full
     */
    protected abstract RateLimiter rateLimiter(RateLimit limit, SteppingClock clock);

    @BeforeEach
    void openLimiter() {
        limiter = rateLimiter(LIMIT, clock);
    }

    private void drain(String client) {
        for (long i = 0; i < LIMIT.requests(); i++) {
            assertThat(limiter.tryAcquire(client).allowed()).isTrue();
        }
    }

    @Test
    void limitIsTheOneThatIsKept() {
        assertThat(limiter.limit()).isEqualTo(LIMIT);
    }

    @Test
    void asManyAsTheLimitMayPassAtOnce() {
        for (long left = LIMIT.requests() - 1; left >= 0; left--) {
            RateDecision decision = limiter.tryAcquire("client");

            assertThat(decision.allowed()).isTrue();
            assertThat(decision.remaining()).isEqualTo(left);
            assertThat(decision.retryAfter()).isZero();
            assertThat(decision.resetAfter())
                    .isBetween(
                            PER_REQUEST.multipliedBy(LIMIT.requests() - left),
                            LIMIT.window().plus(ROUNDING));
        }
    }

    @Test
    void oneMoreIsRefusedAndToldWhenToComeBack() {
        drain("client");

        RateDecision refused = limiter.tryAcquire("client");

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(PER_REQUEST.plus(ROUNDING));
        assertThat(refused.resetAfter())
                .isBetween(LIMIT.window(), LIMIT.window().plus(ROUNDING));
    }

    @Test
    void whoComesBackWhenToldMayPass() {
        drain("client");
        Duration wait = limiter.tryAcquire("client").retryAfter();

        clock.advance(wait);

        assertThat(limiter.tryAcquire("client").allowed()).isTrue();
        assertThat(limiter.tryAcquire("client").allowed()).isFalse();
    }

    @Test
    void whoComesBackTooSoonMayNotPass() {
        drain("client");

        clock.advance(PER_REQUEST.minusMillis(1));
        assertThat(limiter.tryAcquire("client").allowed()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(limiter.tryAcquire("client").allowed()).isTrue();
    }

    @Test
    void refusalsCostNothing() {
        drain("client");
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.tryAcquire("client").allowed()).isFalse();
        }

        clock.advance(PER_REQUEST);

        assertThat(limiter.tryAcquire("client").allowed()).isTrue();
    }

    @Test
    void fullWindowFillsTheBucketAndNoMore() {
        drain("client");

        clock.advance(LIMIT.window().multipliedBy(10));

        drain("client");
        assertThat(limiter.tryAcquire("client").allowed()).isFalse();
    }

    @Test
    void clientsDoNotCountForEachOther() {
        drain("client");

        drain("Client");
        drain("2001:db8::1");
        drain("");
        assertThat(limiter.tryAcquire("client").allowed()).isFalse();
    }

    @Test
    void clientWithoutTokensIsNotForgottenAmongMany() {
        drain("client");

        for (int i = 0; i < MANY_CLIENTS; i++) {
            assertThat(limiter.tryAcquire("other" + i).allowed()).isTrue();
        }

        assertThat(limiter.tryAcquire("client").allowed()).isFalse();
    }

    @Test
    void ofManyAtOnceExactlyTheLimitMayPass() {
        Race<Boolean> race =
                Race.of(runner -> () -> limiter.tryAcquire("client").allowed());

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize((int) LIMIT.requests());
        assertThat(race.losers()).isEqualTo(Race.RUNNERS - (int) LIMIT.requests());
    }
}
