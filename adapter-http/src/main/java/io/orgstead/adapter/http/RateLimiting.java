package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import java.time.Duration;

/**
 * Counts requests by client and refuses what is too much. Tells every client that is counted where it stands, in the
 * header fields of draft-ietf-httpapi-ratelimit-headers-10.
 */
final class RateLimiting implements Handler {

    private static final String POLICY_NAME = "\"default\"";

    private final RateLimiter limiter;
    private final ClientAddress clientAddress;

    RateLimiting(RateLimiter limiter, ClientAddress clientAddress) {
        this.limiter = limiter;
        this.clientAddress = clientAddress;
    }

    @Override
    public void handle(Context ctx) {
        if (HealthRoutes.isHealth(ctx.path()) || isMonitoring(ctx)) {
            return;
        }
        RateDecision decision = limiter.tryAcquire(clientAddress.of(ctx.req()));
        RateLimit limit = limiter.limit();
        ctx.header("RateLimit-Policy", POLICY_NAME + ";q=" + limit.requests() + ";w=" + seconds(limit.window()));
        ctx.header("RateLimit", POLICY_NAME + ";r=" + decision.remaining() + ";t=" + seconds(decision.resetAfter()));
        if (!decision.allowed()) {
            throw Problem.of(EdgeFailure.RATE_LIMITED)
                    .withRetryAfter(decision.retryAfter())
                    .asException();
        }
    }

    private boolean isMonitoring(Context ctx) {
        return ctx.path().equals(MetricsRoute.PATH) && clientAddress.isLocal(ctx.req());
    }

    private static long seconds(Duration duration) {
        return Seconds.roundedUp(duration);
    }
}
