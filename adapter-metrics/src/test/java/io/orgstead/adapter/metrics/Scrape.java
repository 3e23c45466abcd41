package io.orgstead.adapter.metrics;

/** Reads numbers off the page. */
final class Scrape {

    private final MetricsAdapters metrics = MetricsAdapters.create("1.2.3", Runnable::run);

    MetricsAdapters metrics() {
        return metrics;
    }

    String text() {
        return metrics.page().text();
    }

    /** The value of a series, 0 if it is not there. */
    double value(String series) {
        return text().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }
}
