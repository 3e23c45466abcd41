package io.orgstead.adapter.metrics;

import io.orgstead.domain.port.MetricsPage;

/** {@link MetricsPage} of a registry; waits for it where it is still to come. */
final class PrometheusPage implements MetricsPage {

    private final Loading loading;

    PrometheusPage(Loading loading) {
        this.loading = loading;
    }

    @Override
    public String text() {
        return loading.await().text();
    }
}
