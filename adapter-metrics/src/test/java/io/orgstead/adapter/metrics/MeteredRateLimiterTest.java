package io.orgstead.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.contract.RateLimiterContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredRateLimiterTest extends RateLimiterContract {

    private final Scrape scrape = new Scrape();

    @AfterEach
    void close() {
        scrape.metrics().close();
    }

    @Override
    protected RateLimiter rateLimiter(RateLimit limit, SteppingClock clock) {
        return scrape.metrics().watching(SecurityAdapters.rateLimiter(limit, clock::nanos));
    }

    @Test
    void countsWhomItRefuses() {
        RateLimiter limiter = rateLimiter(new RateLimit(1, Duration.ofMinutes(1)), SteppingClock.atSampleTime());
        limiter.tryAcquire("192.0.2.1");
        assertThat(scrape.value("orgstead_rate_limit_refusals_total")).isZero();
        limiter.tryAcquire("192.0.2.1");
        limiter.tryAcquire("192.0.2.1");
        assertThat(scrape.value("orgstead_rate_limit_refusals_total")).isEqualTo(2);
        assertThat(scrape.text()).doesNotContain("192.0.2.1");
    }
}
