package io.orgstead.testkit.reference;

import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.testkit.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Correct as it is (but for the bound on memory). What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceRateLimiter implements RateLimiter {

    /** What a client has left: credit grows with time, up to the window, and a request costs its share of the window. */
    protected record Bucket(Duration credit, Instant at) {}

    protected final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private final RateLimit limit;
    private final SteppingClock clock;

    public ReferenceRateLimiter(RateLimit limit, SteppingClock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    protected Duration capped(Duration credit) {
        return credit.compareTo(limit.window()) > 0 ? limit.window() : credit;
    }

    protected Duration costOfRefusal() {
        return Duration.ZERO;
    }

    @Override
    public RateLimit limit() {
        return limit;
    }

    @Override
    public RateDecision tryAcquire(String client) {
        synchronized (buckets) {
            Instant now = clock.instant();
            Duration cost = limit.window().dividedBy(limit.requests());
            Bucket bucket = buckets.getOrDefault(client, new Bucket(limit.window(), now));
            Duration credit = capped(bucket.credit().plus(Duration.between(bucket.at(), now)));
            boolean allowed = credit.compareTo(cost) >= 0;
            Duration rest = credit.minus(allowed ? cost : costOfRefusal());
            buckets.put(client, new Bucket(rest, now));
            return new RateDecision(
                    allowed,
                    allowed ? rest.dividedBy(cost) : 0,
                    allowed ? Duration.ZERO : cost.minus(rest),
                    limit.window().minus(rest));
        }
    }
}
