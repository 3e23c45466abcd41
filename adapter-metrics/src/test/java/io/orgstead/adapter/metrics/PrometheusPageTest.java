package io.orgstead.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PoolUsage;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.port.MetricsPage;
import io.orgstead.testkit.contract.MetricsPageContract;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusPageTest extends MetricsPageContract {

    private final Scrape scrape = new Scrape();

    @AfterEach
    void close() {
        scrape.metrics().close();
    }

    @Override
    protected MetricsPage page() {
        return scrape.metrics().page();
    }

    @Test
    void tellsOfTheJvmAndTheBuild() {
        assertThat(scrape.text())
                .contains(
                        "jvm_memory_used_bytes{",
                        "jvm_threads_live_threads ",
                        "process_uptime_seconds ",
                        "process_cpu_usage ",
                        "jvm_gc_memory_allocated_bytes_total ")
                .containsPattern("orgstead_build_info\\{java=\"[^\"]+\",version=\"1.2.3\"} 1");
    }

    @Test
    void whatIsMeasuredBeforeTheLibrariesAreLoadedCounts() {
        Deque<Runnable> later = new ArrayDeque<>();
        try (MetricsAdapters metrics = MetricsAdapters.create("1.2.3", later::add)) {
            metrics.storeObserver().begin(new PortCall("admins", "add")).end(CallOutcome.OK);
            metrics.recoveryRan(1, 2, 3);
            assertThat(later).hasSize(1);
            later.remove().run();

            assertThat(metrics.page().text())
                    .contains(
                            "orgstead_store_calls_seconds_count{operation=\"add\",outcome=\"ok\",port=\"admins\"} 1",
                            "orgstead_recovery_operations_total{result=\"undone\"} 2.0");
        }
    }

    @Test
    void showsTheCollections() {
        scrape.metrics().showCollections(() -> 4_321, 10_000);

        assertThat(scrape.text())
                .contains("orgstead_store_collections 4321.0\n", "orgstead_store_collections_budget 10000.0\n");
    }

    @Test
    void showsThePool() {
        scrape.metrics().showPool(() -> new PoolUsage(4, 3, 2, 100));

        assertThat(scrape.text())
                .contains(
                        "\norgstead_store_pool_open 4.0\n",
                        "\norgstead_store_pool_in_use 3.0\n",
                        "\norgstead_store_pool_waiting 2.0\n",
                        "\norgstead_store_pool_limit 100.0\n");
    }

    @Test
    void theBacklogIsWhatTheLatestRunLeft() {
        scrape.metrics().recoveryRan(5, 0, 2);
        scrape.metrics().recoveryFailed();
        assertThat(scrape.value("orgstead_recovery_backlog")).isEqualTo(2);
        scrape.metrics().recoveryRan(2, 0, 0);
        assertThat(scrape.value("orgstead_recovery_backlog")).isZero();
        assertThat(scrape.value("orgstead_recovery_runs_total{outcome=\"completed\"}"))
                .isEqualTo(2);
        assertThat(scrape.value("orgstead_recovery_runs_total{outcome=\"failed\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("orgstead_recovery_operations_total{result=\"finished\"}"))
                .isEqualTo(7);
    }
}
