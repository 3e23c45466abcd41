package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.port.CallObserver;
import io.orgstead.testkit.Race;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link CallObserver} must do. An implementation's test extends this class and says how to make the port. */
public abstract class CallObserverContract {

    private static final PortCall CALL = new PortCall("organizations", "find_by_name");
    private static final PortCall OTHER = new PortCall("tenant_collections", "drop");

    /**
     * The port that is tested.
     *
     * @return always the same within a test
     */
    protected abstract CallObserver observer();

    /**
     * How many calls were seen to end.
     *
     * @param call which operation
     * @param outcome how they ended
     * @return the number since the test began
     */
    protected abstract long ended(PortCall call, CallOutcome outcome);

    @ParameterizedTest
    @EnumSource
    void aCallCountsWhenItHasEnded(CallOutcome outcome) {
        CallObserver.Call call = observer().begin(CALL);
        assertThat(ended(CALL, outcome)).isZero();

        call.end(outcome);

        for (CallOutcome any : CallOutcome.values()) {
            assertThat(ended(CALL, any)).isEqualTo(any == outcome ? 1 : 0);
        }
        assertThat(ended(OTHER, outcome)).isZero();
    }

    @Test
    void aCallEndsOnce() {
        CallObserver.Call call = observer().begin(CALL);

        call.end(CallOutcome.REFUSED);
        call.end(CallOutcome.REFUSED);
        call.end(CallOutcome.OK);

        assertThat(ended(CALL, CallOutcome.REFUSED)).isEqualTo(1);
        assertThat(ended(CALL, CallOutcome.OK)).isZero();
    }

    @Test
    void callsMayLieWithinCalls() {
        CallObserver.Call outer = observer().begin(CALL);
        CallObserver.Call inner = observer().begin(OTHER);
        inner.end(CallOutcome.UNAVAILABLE);
        outer.end(CallOutcome.OK);

        assertThat(ended(OTHER, CallOutcome.UNAVAILABLE)).isEqualTo(1);
        assertThat(ended(CALL, CallOutcome.OK)).isEqualTo(1);
    }

    @Test
    void manyAtOnceAllCount() {
        Race<Boolean> race = Race.of(runner -> () -> {
            observer().begin(CALL).end(CallOutcome.OK);
            return true;
        });

        assertThat(race.failures()).isEmpty();
        assertThat(ended(CALL, CallOutcome.OK)).isEqualTo(Race.RUNNERS);
    }
}
