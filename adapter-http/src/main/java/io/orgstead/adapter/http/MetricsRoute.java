package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.orgstead.domain.port.MetricsPage;
import java.nio.charset.StandardCharsets;

/**
 * Shows the metrics to programs on the same machine, and to nobody else: to others there is nothing at this path. Who came
 * through a proxy that is not trusted comes from nobody knows where.
 */
final class MetricsRoute {

    static final String PATH = "/metrics";
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final MetricsPage page;
    private final ClientAddress clientAddress;

    MetricsRoute(MetricsPage page, ClientAddress clientAddress) {
        this.page = page;
        this.clientAddress = clientAddress;
    }

    void addTo(RouteTable routes) {
        routes.get(PATH, this::show);
    }

    private void show(Context ctx) {
        if (!clientAddress.isLocal(ctx.req())) {
            throw Problem.of(EdgeFailure.ROUTE_NOT_FOUND).asException();
        }
        Answers.send(ctx, 200, MEDIA_TYPE, page.text().getBytes(StandardCharsets.UTF_8));
    }
}
