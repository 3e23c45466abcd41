/** What is measured, for Prometheus. */
module io.orgstead.adapter.metrics {
    requires transitive io.orgstead.domain;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires static transitive org.jspecify;

    exports io.orgstead.adapter.metrics;
}
