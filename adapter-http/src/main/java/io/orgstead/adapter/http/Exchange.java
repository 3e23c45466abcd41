package io.orgstead.adapter.http;

import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.observation.TraceContext;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.RequestObserver;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Request;
import org.slf4j.MDC;

/**
 * A request on its way through the server: what it is called, where it comes from, on whose behalf it is, and who watches
 * it. Made by {@link Exchanges} when the request is first seen.
 */
final class Exchange {

    static final String ATTRIBUTE = "io.orgstead.exchange";

    private final List<RequestObserver.Watch> watches;
    private final TraceContext trace;
    private final Map<String, String> logContext;
    private volatile Optional<OrganizationId> organization = Optional.empty();

    Exchange(String requestId, String client, TraceContext trace, List<RequestObserver.Watch> watches) {
        this.trace = trace;
        this.watches = watches;
        // The names of the Elastic Common Schema: they go into every line that is logged on the way.
        this.logContext = Map.of(
                "http.request.id",
                requestId,
                "client.address",
                client,
                "trace.id",
                trace.traceId(),
                "span.id",
                trace.spanId());
    }

    /** The exchange of a request that has passed the edge. */
    static Exchange of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
            return exchange;
        }
        throw new IllegalStateException("a request that has not passed the edge");
    }

    /** The exchange of a request, if it has one already. */
    static Optional<Exchange> known(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Exchange exchange ? Optional.of(exchange) : Optional.empty();
    }

    /** Its place in a distributed trace. */
    TraceContext trace() {
        return trace;
    }

    /** Notes on whose behalf it is, once that is proven. */
    void isFor(OrganizationId id) {
        organization = Optional.of(id);
    }

    Optional<OrganizationId> organization() {
        return organization;
    }

    /** Does work on it on this thread: what is logged meanwhile tells of it, and those who watch know. */
    <T> T within(Callable<T> work) throws Exception {
        Deque<RequestObserver.Scope> scopes = new ArrayDeque<>(watches.size());
        return inContext(logContext, () -> {
            try {
                watches.forEach(watch -> scopes.push(watch.enter()));
                return work.call();
            } finally {
                scopes.forEach(RequestObserver.Scope::close);
            }
        });
    }

    /** As {@link #within}, for work without result that throws nothing checked. */
    void during(Runnable work) {
        unchecked(() -> within(Executors.callable(work)));
    }

    /** Logs something of it, with further fields. */
    void log(Map<String, String> further, Runnable line) {
        Map<String, String> fields = new HashMap<>(logContext);
        fields.putAll(further);
        unchecked(() -> inContext(fields, Executors.callable(line)));
    }

    void end(RequestSummary summary) {
        watches.forEach(watch -> watch.end(summary));
    }

    /** All fields at once: a put for each would copy what is there each time. */
    private static <T> T inContext(Map<String, String> fields, Callable<T> work) throws Exception {
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.setContextMap(fields);
        try {
            return work.call();
        } finally {
            if (before == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(before);
            }
        }
    }

    private static void unchecked(Callable<?> work) {
        try {
            work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a Runnable threw what it cannot", e);
        }
    }
}
