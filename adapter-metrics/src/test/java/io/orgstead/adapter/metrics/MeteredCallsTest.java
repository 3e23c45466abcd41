package io.orgstead.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.port.CallObserver;
import io.orgstead.testkit.contract.CallObserverContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredCallsTest extends CallObserverContract {

    private final Scrape scrape = new Scrape();

    @AfterEach
    void close() {
        scrape.metrics().close();
    }

    @Override
    protected CallObserver observer() {
        return scrape.metrics().storeObserver();
    }

    @Override
    protected long ended(PortCall call, CallOutcome outcome) {
        return (long) scrape.value("orgstead_store_calls_seconds_count{operation=\"" + call.operation()
                + "\",outcome=\"" + outcome.id() + "\",port=\"" + call.port() + "\"}");
    }

    @Test
    void theStoreIsDownFromACallThatItDoesNotAnswerToOneThatItDoes() {
        PortCall call = new PortCall("admins", "find_by_id");
        assertThat(scrape.value("orgstead_store_up")).isEqualTo(1);
        observer().begin(call).end(CallOutcome.UNAVAILABLE);
        assertThat(scrape.value("orgstead_store_up")).isZero();
        observer().begin(call).end(CallOutcome.REFUSED);
        assertThat(scrape.value("orgstead_store_up")).isEqualTo(1);
    }
}
