package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.measure.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures as a row of a table. */
final class FigureRow {

    private FigureRow() {}

    static Map<String, Object> of(Figures figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("scenario", figures.name());
        row.put("connections", figures.connections());
        row.put("req/s", figures.perSecond());
        row.put("p50 ms", figures.p50());
        row.put("p95 ms", figures.p95());
        row.put("p99 ms", figures.p99());
        row.put("errors", figures.errors());
        row.put("CPU ms/req", figures.processorMillis());
        row.put("RSS MiB", figures.residentMib());
        return row;
    }
}
