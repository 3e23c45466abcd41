package io.orgstead.adapter.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tells whoever opens the server's address what this is. */
final class RootRoute {

    private final HttpSettings settings;

    RootRoute(HttpSettings settings) {
        this.settings = settings;
    }

    void addTo(RouteTable routes) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Orgstead");
        body.put("description", "Multi-tenant organization management");
        body.put("version", settings.version());
        body.put("documentation", settings.documentation());
        body.put("openapi", DocumentationRoutes.DOCUMENT);
        routes.get("/", ctx -> Answers.json(ctx, 200, body));
    }
}
