package io.orgstead.adapter.security;

import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.contract.RateLimiterContract;

class BucketRateLimiterContractTest extends RateLimiterContract {

    @Override
    protected RateLimiter rateLimiter(RateLimit limit, SteppingClock clock) {
        return SecurityAdapters.rateLimiter(limit, clock::nanos);
    }
}
