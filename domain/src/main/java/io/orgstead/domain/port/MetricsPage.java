package io.orgstead.domain.port;

/** What is measured, for a monitoring system to fetch every few seconds. Safe for use by any number of threads. */
public interface MetricsPage {

    /**
     * All measurements as of now. No label of them carries a name, an id or an address.
     *
     * @return the text exposition format of Prometheus, version 0.0.4
     */
    String text();
}
