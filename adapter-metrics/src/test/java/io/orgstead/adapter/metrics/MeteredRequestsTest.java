package io.orgstead.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.port.RequestObserver;
import io.orgstead.testkit.contract.RequestObserverContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredRequestsTest extends RequestObserverContract {

    private final Scrape scrape = new Scrape();

    @AfterEach
    void close() {
        scrape.metrics().close();
    }

    @Override
    protected RequestObserver observer() {
        return scrape.metrics().requestObserver();
    }

    @Override
    protected long ended(RequestSummary like) {
        return (long) scrape.value("orgstead_http_server_requests_seconds_count{method=\"" + like.method()
                + "\",route=\"" + like.route() + "\",status=\"" + like.statusClass() + "\"}");
    }

    @Test
    void whatIsSlowerThanTheGoalIsInAnotherBucket() {
        RequestObserver.Watch slow = begin();
        assertThat(scrape.value("orgstead_http_server_active_requests")).isEqualTo(1);
        slow.end(new RequestSummary("GET", "/", 200, Duration.ofMillis(201)));
        begin().end(new RequestSummary("GET", "/", 200, Duration.ofMillis(199)));

        String bucket = "orgstead_http_server_requests_seconds_bucket{method=\"GET\",route=\"/\",status=\"2xx\",le=\"";
        assertThat(scrape.value(bucket + "0.2\"}")).isEqualTo(1);
        assertThat(scrape.value(bucket + "0.5\"}")).isEqualTo(2);
        assertThat(scrape.value("orgstead_http_server_active_requests")).isZero();
    }

    @Test
    void errorsAreThereBeforeTheFirstOne() {
        assertThat(scrape.text()).contains("\norgstead_http_server_errors_total 0.0\n");
        begin().end(new RequestSummary("GET", "/", 404, Duration.ZERO));
        begin().end(new RequestSummary("GET", "/", 500, Duration.ZERO));
        assertThat(scrape.value("orgstead_http_server_errors_total")).isEqualTo(1);
    }

    private RequestObserver.Watch begin() {
        return observer().begin(Optional.empty());
    }
}
