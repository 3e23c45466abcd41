package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers which pages of other origins may read answers (Fetch Standard, "CORS protocol"). A preflight is answered
 * here, before requests are counted and tokens asked for: it carries none, and runs nothing. Credentials that a browser
 * adds by itself are never allowed; the API has none.
 */
final class Cors implements Handler {

    private static final String ANY_REQUEST = "Authorization, X-Request-Id, traceparent, tracestate";
    private static final String EXPOSED = "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id";

    private static final Set<HandlerType> WRITING =
            Set.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

    /** Ten minutes: as long as a browser may go on with a policy that was changed here. */
    private static final String MAX_AGE = "600";

    private final Set<String> origins;
    private final RouteTable routes;

    Cors(CorsSettings settings, RouteTable routes) {
        this.origins = Set.copyOf(settings.origins());
        this.routes = routes;
    }

    @Override
    public void handle(Context ctx) {
        // On every answer, also without an origin: a cache must not hand one page's answer to another.
        ctx.header("Vary", "Origin");
        @Nullable String origin = ctx.header("Origin");
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        ctx.header("Access-Control-Allow-Origin", origin);
        ctx.header("Access-Control-Expose-Headers", EXPOSED);
        Set<HandlerType> methods = routes.methods(ctx.path());
        if (isPreflight(ctx) && !methods.isEmpty()) {
            answer(ctx, methods);
        }
    }

    private static boolean isPreflight(Context ctx) {
        return ctx.method().equals(HandlerType.OPTIONS) && ctx.header("Access-Control-Request-Method") != null;
    }

    private static void answer(Context ctx, Set<HandlerType> methods) {
        ctx.header("Access-Control-Allow-Methods", names(methods));
        ctx.header("Access-Control-Allow-Headers", ANY_REQUEST + headers(methods));
        ctx.header("Access-Control-Max-Age", MAX_AGE);
        Answers.empty(ctx, 204);
        ctx.skipRemainingHandlers();
    }

    private static String headers(Set<HandlerType> methods) {
        boolean read = methods.contains(HandlerType.GET);
        boolean written = WRITING.stream().anyMatch(methods::contains);
        return (read ? ", If-None-Match" : "")
                + (written ? ", Content-Type" : "")
                + (read && written ? ", If-Match, Idempotency-Key" : "");
    }

    private static String names(Set<HandlerType> methods) {
        return methods.stream()
                .map(HandlerType::name)
                .filter(name -> !name.equals("OPTIONS"))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
