package io.orgstead.adapter.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.observation.TraceContext;
import io.orgstead.domain.port.RequestObserver;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@link RequestObserver} that makes a server span of every request, with the attributes of OpenTelemetry's semantic
 * conventions for HTTP. Its name is method and route: nothing that the client made up.
 */
final class TracedRequests implements RequestObserver {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    /** What the conventions call a method that is none of theirs. */
    private static final String OTHER_METHOD = "_OTHER";

    private static final int MAX_FLAGS = 0xff;

    private final Tracer tracer;

    TracedRequests(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Watch begin(Optional<TraceContext> parent) {
        Context above = parent.map(place -> Context.root().with(Span.wrap(remote(place))))
                .orElse(Context.root());
        Span span = tracer.spanBuilder("HTTP")
                .setParent(above)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        return new TracedRequest(span);
    }

    private static SpanContext remote(TraceContext place) {
        return SpanContext.createFromRemoteParent(
                place.traceId(), place.spanId(), TraceFlags.fromByte((byte) place.flags()), TraceState.getDefault());
    }

    private static final class TracedRequest implements Watch {

        private final Span span;
        private final AtomicBoolean ended = new AtomicBoolean();

        TracedRequest(Span span) {
            this.span = span;
        }

        @Override
        public Optional<TraceContext> context() {
            SpanContext place = span.getSpanContext();
            int flags = place.getTraceFlags().asByte() & MAX_FLAGS;
            return Optional.of(new TraceContext(place.getTraceId(), place.getSpanId(), flags));
        }

        @Override
        @SuppressWarnings("MustBeClosedChecker") // Whoever enters closes.
        public Scope enter() {
            return Context.root().with(span).makeCurrent()::close;
        }

        @Override
        public void end(RequestSummary summary) {
            if (ended.getAndSet(true)) {
                return;
            }
            String method = summary.method().equals(RequestSummary.OTHER) ? OTHER_METHOD : summary.method();
            span.setAttribute(METHOD, method);
            span.setAttribute(STATUS, (long) summary.status());
            if (summary.route().equals(RequestSummary.UNKNOWN)) {
                span.updateName(method.equals(OTHER_METHOD) ? "HTTP" : method);
            } else {
                span.setAttribute(ROUTE, summary.route());
                span.updateName((method.equals(OTHER_METHOD) ? "HTTP" : method) + " " + summary.route());
            }
            if (summary.isServerError()) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
