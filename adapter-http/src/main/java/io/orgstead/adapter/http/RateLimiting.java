package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.orgstead.domain.access.RateDecision;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.port.RateLimiter;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Counts requests by client and refuses what is too much. Tells every client that is counted where it stands, in the
 * header fields of draft-ietf-httpapi-ratelimit-headers-10.
 */
final class RateLimiting implements Handler {

    private static final String POLICY = "RateLimit-Policy";
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
        RateDecision decision = count(clientAddress.of(ctx.req()), ctx::header);
        if (!decision.allowed()) {
            throw Problem.of(EdgeFailure.RATE_LIMITED)
                    .withRetryAfter(decision.retryAfter())
                    .asException();
        }
    }

    private boolean isMonitoring(Context ctx) {
        return ctx.path().equals(MetricsRoute.PATH) && clientAddress.isLocal(ctx.req());
    }

    /** Counts a request that never gets here, as it is refused for what it is: it cost something, too. */
    void countRefused(Request request, Response response) {
        HttpFields.Mutable headers = response.getHeaders();
        if (!headers.contains(POLICY) && !HealthRoutes.isHealth(Request.getPathInContext(request))) {
            count(clientAddress.of(request), headers::put);
        }
    }

    private RateDecision count(String client, BiConsumer<String, String> header) {
        RateDecision decision = limiter.tryAcquire(client);
        RateLimit limit = limiter.limit();
        header.accept(POLICY, POLICY_NAME + ";q=" + limit.requests() + ";w=" + seconds(limit.window()));
        header.accept("RateLimit", POLICY_NAME + ";r=" + decision.remaining() + ";t=" + seconds(decision.resetAfter()));
        return decision;
    }

    private static long seconds(Duration duration) {
        return Seconds.roundedUp(duration);
    }
}
