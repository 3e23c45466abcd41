package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.orgstead.application.usecase.CheckHealth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells orchestrators whether the process lives, and whether it should get requests. Never limited, never logged in. While
 * the server stops it is not asked any more: every request is answered with 503 before it gets here.
 */
final class HealthRoutes {

    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";
    private static final String HEALTH = "/health";
    private static final Set<String> PATHS = Set.of(LIVE, READY, HEALTH);

    private final Readiness readiness;

    HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    static boolean isHealth(String path) {
        return PATHS.contains(path);
    }

    void addTo(RouteTable routes) {
        routes.get(LIVE, ctx -> answer(ctx, true, Map.of()));
        routes.get(READY, this::ready);
        routes.get(HEALTH, this::ready);
    }

    private void ready(Context ctx) {
        ctx.future(() -> readiness.report().thenAccept(report -> answer(ctx, report)));
    }

    private static void answer(Context ctx, CheckHealth.Report report) {
        Map<String, String> checks = new LinkedHashMap<>();
        report.checks().forEach((name, up) -> checks.put(name, word(up)));
        answer(ctx, report.isHealthy(), checks);
    }

    private static void answer(Context ctx, boolean up, Map<String, String> checks) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", word(up));
        body.put("checks", checks);
        if (!up) {
            ctx.header("Retry-After", Long.toString(Readiness.KEPT.toSeconds()));
        }
        Answers.json(ctx, up ? 200 : 503, body);
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }
}
