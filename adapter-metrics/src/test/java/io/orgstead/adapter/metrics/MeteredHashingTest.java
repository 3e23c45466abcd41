package io.orgstead.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.observation.HashingLoad;
import io.orgstead.domain.port.HashingObserver;
import io.orgstead.testkit.contract.HashingObserverContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredHashingTest extends HashingObserverContract {

    private final Scrape scrape = new Scrape();

    @AfterEach
    void close() {
        scrape.metrics().close();
    }

    @Override
    protected HashingObserver observer() {
        return scrape.metrics().hashingObserver();
    }

    @Override
    protected Seen seen() {
        return new Seen(
                (long) scrape.value("orgstead_password_hash_seconds_count"),
                millis("orgstead_password_hash_wait_seconds_sum"),
                millis("orgstead_password_hash_seconds_sum"),
                (long) scrape.value("orgstead_password_hash_refusals_total"));
    }

    private Duration millis(String series) {
        return Duration.ofMillis(Math.round(scrape.value(series) * 1000));
    }

    @Test
    void showsTheQueue() {
        scrape.metrics().showHashing(() -> new HashingLoad(1, 2, 3, 64));

        assertThat(scrape.text())
                .contains(
                        "\norgstead_password_hash_running 1.0\n",
                        "\norgstead_password_hash_threads 2.0\n",
                        "\norgstead_password_hash_queue_length 3.0\n",
                        "\norgstead_password_hash_queue_capacity 64.0\n");
    }
}
