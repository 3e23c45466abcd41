package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.observation.TraceContext;
import io.orgstead.domain.port.RequestObserver;
import io.orgstead.testkit.Race;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link RequestObserver} must do. An implementation's test extends this class and says how to make the port.
 */
public abstract class RequestObserverContract {

    private static final RequestSummary FOUND = summary("GET", "/org/get", 200);
    private static final RequestSummary FAILED = summary("POST", "/org/create", 503);
    private static final RequestSummary STRANGE = summary(RequestSummary.OTHER, RequestSummary.UNKNOWN, 404);

    /**
     * The port that is tested.
     *
     * @return always the same within a test
     */
    protected abstract RequestObserver observer();

    /**
     * How many requests were seen to end.
     *
     * @param like with the method, the route and the class of the status of this one
     * @return the number since the test began
     */
    protected abstract long ended(RequestSummary like);

    private static RequestSummary summary(String method, String route, int status) {
        return new RequestSummary(method, route, status, Duration.ofMillis(12));
    }

    private static Optional<TraceContext> parent(int flags) {
        return Optional.of(new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", flags));
    }

    @Test
    void requestsCountByMethodRouteAndStatus() {
        observer().begin(parent(1)).end(FOUND);
        observer().begin(parent(1)).end(FAILED);
        observer().begin(parent(1)).end(STRANGE);
        observer().begin(parent(1)).end(STRANGE);

        assertThat(ended(FOUND)).isEqualTo(1);
        assertThat(ended(FAILED)).isEqualTo(1);
        assertThat(ended(STRANGE)).isEqualTo(2);
    }

    @Test
    void aRequestEndsOnceAndNotBefore() {
        RequestObserver.Watch watch = observer().begin(parent(1));
        assertThat(ended(FOUND)).isZero();

        watch.end(FOUND);
        watch.end(FOUND);
        watch.end(FAILED);

        assertThat(ended(FOUND)).isEqualTo(1);
        assertThat(ended(FAILED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void itsPlaceIsInTheTraceOfItsParent(int flags) {
        Optional<TraceContext> context = observer().begin(parent(flags)).context();

        assertThat(context.map(TraceContext::traceId)).isEqualTo(parent(flags).map(TraceContext::traceId));
        assertThat(context.map(TraceContext::isSampled)).contains(flags == 1);
    }

    @Test
    void aRequestNeedsNoTrace() {
        observer().begin(Optional.empty()).end(FOUND);

        assertThat(ended(FOUND)).isEqualTo(1);
    }

    @Test
    void workMovesFromThreadToThread() {
        RequestObserver.Watch watch = observer().begin(parent(1));
        try (RequestObserver.Scope here = watch.enter()) {
            assertThat(here).isNotNull();
        }
        Race<Boolean> elsewhere = Race.of(runner -> () -> {
            try (RequestObserver.Scope there = watch.enter()) {
                return there != null;
            }
        });
        watch.end(FOUND);

        assertThat(elsewhere.failures()).isEmpty();
        assertThat(ended(FOUND)).isEqualTo(1);
    }

    @Test
    void manyAtOnceAllCount() {
        Race<Boolean> race = Race.of(runner -> () -> {
            observer().begin(parent(1)).end(FOUND);
            return true;
        });

        assertThat(race.failures()).isEmpty();
        assertThat(ended(FOUND)).isEqualTo(Race.RUNNERS);
    }
}
