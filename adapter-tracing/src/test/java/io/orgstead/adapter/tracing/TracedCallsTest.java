package io.orgstead.adapter.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.observation.TraceContext;
import io.orgstead.domain.port.CallObserver;
import io.orgstead.domain.port.RequestObserver;
import io.orgstead.testkit.contract.CallObserverContract;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedCallsTest extends CallObserverContract {

    private static final TraceContext PARENT =
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

    private final Spans spans = new Spans();
    private final RequestObserver.Watch request =
            spans.tracing().requestObserver().begin(Optional.of(PARENT));

    @AfterEach
    void close() {
        spans.tracing().close();
    }

    /** Within a request, wherever it is called. */
    @Override
    protected CallObserver observer() {
        return call -> {
            try (RequestObserver.Scope work = request.enter()) {
                assertThat(work).isNotNull();
                return spans.tracing().storeObserver().begin(call);
            }
        };
    }

    @Override
    protected long ended(PortCall call, CallOutcome outcome) {
        return spans.ended().stream()
                .filter(span -> span.getName().equals(call.port() + "." + call.operation())
                        && Objects.equals(
                                span.getAttributes().get(AttributeKey.stringKey("orgstead.call.outcome")),
                                outcome.id()))
                .count();
    }

    @Test
    void liesBelowTheRequest() {
        observer().begin(new PortCall("admins", "add")).end(CallOutcome.OK);
        request.end(new RequestSummary("GET", "/", 200, Duration.ZERO));

        assertThat(spans.ended())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getTraceId()).isEqualTo(PARENT.traceId()));
        assertThat(spans.ended().get(0).getParentSpanId())
                .isEqualTo(request.context().orElseThrow().spanId());
    }

    @Test
    void outsideOfRequestsThereIsNone() {
        spans.tracing().storeObserver().begin(new PortCall("admins", "add")).end(CallOutcome.OK);

        assertThat(spans.ended()).isEmpty();
    }
}
