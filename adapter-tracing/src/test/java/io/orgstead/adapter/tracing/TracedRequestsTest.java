package io.orgstead.adapter.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.observation.TraceContext;
import io.orgstead.domain.port.RequestObserver;
import io.orgstead.testkit.contract.RequestObserverContract;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedRequestsTest extends RequestObserverContract {

    private static final TraceContext PARENT =
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

    private final Spans spans = new Spans();

    @AfterEach
    void close() {
        spans.tracing().close();
    }

    @Override
    protected RequestObserver observer() {
        return spans.tracing().requestObserver();
    }

    @Override
    protected long ended(RequestSummary like) {
        return spans.ended().stream().filter(span -> isLike(span, like)).count();
    }

    private static boolean isLike(SpanData span, RequestSummary like) {
        String method = span.getAttributes().get(AttributeKey.stringKey("http.request.method"));
        String route = span.getAttributes().get(AttributeKey.stringKey("http.route"));
        Long status = span.getAttributes().get(AttributeKey.longKey("http.response.status_code"));
        return Objects.equals(method, like.method().equals(RequestSummary.OTHER) ? "_OTHER" : like.method())
                && (route == null ? RequestSummary.UNKNOWN : route).equals(like.route())
                && Objects.equals(status, (long) like.status());
    }

    @Test
    void isAServerSpanBelowItsParent() {
        RequestObserver.Watch watch = observer().begin(Optional.of(PARENT));
        watch.end(new RequestSummary("GET", "/org/get", 503, Duration.ZERO));

        assertThat(spans.ended()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("GET /org/get");
            assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
            assertThat(span.getParentSpanId()).isEqualTo(PARENT.spanId());
            assertThat(span.getSpanId())
                    .isEqualTo(watch.context().orElseThrow().spanId())
                    .isNotEqualTo(PARENT.spanId());
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        });
    }

    @Test
    void whatComesWithoutATraceBeginsOne() {
        RequestObserver.Watch watch = observer().begin(Optional.empty());
        watch.end(new RequestSummary("GET", "/", 200, Duration.ZERO));

        assertThat(spans.ended()).singleElement().satisfies(span -> {
            assertThat(span.getParentSpanContext().isValid()).isFalse();
            assertThat(span.getTraceId())
                    .isEqualTo(watch.context().orElseThrow().traceId());
        });
    }

    @Test
    void whatTheParentDoesNotRecordIsNotRecorded() {
        observer()
                .begin(Optional.of(new TraceContext(PARENT.traceId(), PARENT.spanId(), 0)))
                .end(new RequestSummary("GET", "/", 200, Duration.ZERO));

        assertThat(spans.ended()).isEmpty();
    }
}
