package io.orgstead.adapter.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.port.CallObserver;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@link CallObserver} that makes a span of every call within a request. */
final class TracedCalls implements CallObserver {

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("orgstead.call.outcome");

    private final Tracer tracer;

    TracedCalls(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Call begin(PortCall call) {
        if (!Span.current().getSpanContext().isValid()) {
            return outcome -> {};
        }
        Span span = tracer.spanBuilder(call.port() + "." + call.operation())
                .setSpanKind(SpanKind.CLIENT)
                .startSpan();
        AtomicBoolean ended = new AtomicBoolean();
        return outcome -> {
            if (!ended.getAndSet(true)) {
                end(span, outcome);
            }
        };
    }

    private static void end(Span span, CallOutcome outcome) {
        span.setAttribute(OUTCOME, outcome.id());
        if (outcome == CallOutcome.UNAVAILABLE || outcome == CallOutcome.FAILED) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
