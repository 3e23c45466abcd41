package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.measure.Alternation.Step;
import io.orgstead.benchmarks.measure.Latencies;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.report.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/** Calls made one at a time, compared by their medians. */
final class SingleCalls {

    private SingleCalls() {}

    /** A scenario's call as one of several. */
    static Step step(Scenario scenario) {
        return step(scenario.name(), scenario);
    }

    /** The same under another name. */
    static Step step(String name, Scenario scenario) {
        return new Step(name, scenario.expected(), scenario.calls());
    }

    /** The median of one, in milliseconds. */
    static double median(Map<String, Histogram> taken, String name) {
        return Latencies.millis(Objects.requireNonNull(taken.get(name), name), 50);
    }

    /** The median of one as a multiple of another's. */
    static double ratio(Map<String, Histogram> taken, String name, String beside) {
        return median(taken, name) / median(taken, beside);
    }

    /** All of them, beside one of them. */
    static Table table(String title, Map<String, Histogram> taken, String beside) {
        Table table = new Table(title);
        taken.forEach((name, nanos) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("call", name);
            row.put("times", nanos.getTotalCount());
            row.put("p50 ms", Latencies.millis(nanos, 50));
            row.put("p95 ms", Latencies.millis(nanos, 95));
            row.put("x " + beside, ratio(taken, name, beside));
            table.add(row);
        });
        return table;
    }
}
