package io.orgstead.adapter.metrics;

import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import java.util.List;

/** {@link RateLimiter} that counts whom another one refuses. */
final class MeteredRateLimiter implements RateLimiter {

    static final String REFUSALS = "orgstead.rate.limit.refusals";

    private static final String HELP = "Requests refused, as their client sent too many";

    private final RateLimiter limiter;
    private final Loading loading;

    MeteredRateLimiter(RateLimiter limiter, Loading loading) {
        this.limiter = limiter;
        this.loading = loading;
        loading.with(meters -> meters.counter(REFUSALS, HELP, List.of()));
    }

    @Override
    public RateDecision tryAcquire(String client) {
        RateDecision decision = limiter.tryAcquire(client);
        if (!decision.allowed()) {
            loading.with(meters -> meters.counter(REFUSALS, HELP, List.of()).increment());
        }
        return decision;
    }

    @Override
    public RateLimit limit() {
        return limiter.limit();
    }
}
