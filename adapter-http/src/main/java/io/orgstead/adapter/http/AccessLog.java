package io.orgstead.adapter.http;

import java.util.Set;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line per request: method, route, status, milliseconds, request id. Nothing that a client can make up gets in,
 * and nothing that may be secret: no unknown path, query, body or header.
 */
final class AccessLog implements RequestLog {

    static final String LOGGER = "io.orgstead.access";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final String UNKNOWN = "-";

    private final Set<String> routes;

    AccessLog(Set<String> routes) {
        this.routes = routes;
    }

    @Override
    public void log(Request request, Response response) {
        LOG.info(
                "{} {} {} {}ms {}",
                method(request.getMethod()),
                route(request.getHttpURI().getPath()),
                response.getStatus(),
                NanoTime.millisSince(request.getBeginNanoTime()),
                RequestId.of(request));
    }

    private static String method(String sent) {
        HttpMethod known = HttpMethod.CACHE.get(sent);
        return known == null ? UNKNOWN : known.asString();
    }

    private String route(String path) {
        return path != null && routes.contains(path) ? path : UNKNOWN;
    }
}
