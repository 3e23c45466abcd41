package io.orgstead.adapter.http;

import io.orgstead.domain.observation.RequestSummary;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line per request, and tells those who watch requests: method, route, status, milliseconds, request id, and the
 * organization on whose behalf it was. Nothing that a client can make up gets in, and nothing that may be secret: no unknown
 * path, query, body or header.
 */
final class AccessLog implements RequestLog {

    static final String LOGGER = "io.orgstead.access";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final String UNKNOWN = "-";
    private static final int LOWEST_STATUS = 100;

    private final RouteTable routes;
    private final Exchanges exchanges;

    AccessLog(RouteTable routes, Exchanges exchanges) {
        this.routes = routes;
        this.exchanges = exchanges;
    }

    @Override
    public void log(Request request, Response response) {
        Exchange exchange = exchanges.of(request);
        Duration duration = Duration.ofNanos(NanoTime.since(request.getBeginNanoTime()));
        Optional<String> route =
                Optional.ofNullable(request.getHttpURI().getPath()).flatMap(routes::templateOf);
        exchange.end(new RequestSummary(
                routes.knows(request.getMethod()) ? request.getMethod() : RequestSummary.OTHER,
                route.orElse(RequestSummary.UNKNOWN),
                Math.max(response.getStatus(), LOWEST_STATUS),
                duration));
        write(request, response.getStatus(), route, duration, exchange);
    }

    private static void write(
            Request request, int status, Optional<String> route, Duration duration, Exchange exchange) {
        String method = method(request.getMethod());
        Map<String, String> fields = new HashMap<>();
        fields.put("http.request.method", method);
        fields.put("http.response.status_code", Integer.toString(status));
        fields.put("event.duration", Long.toString(duration.toNanos()));
        route.ifPresent(template -> fields.put("http.route", template));
        exchange.organization().ifPresent(id -> fields.put("organization.id", id.value()));
        exchange.log(
                fields,
                () -> LOG.info(
                        "{} {} {} {}ms {}{}",
                        method,
                        route.orElse(UNKNOWN),
                        status,
                        duration.toMillis(),
                        RequestId.of(request),
                        exchange.organization()
                                .map(id -> " organization=" + id.value())
                                .orElse("")));
    }

    private static String method(String sent) {
        HttpMethod known = HttpMethod.CACHE.get(sent);
        return known == null ? UNKNOWN : known.asString();
    }
}
