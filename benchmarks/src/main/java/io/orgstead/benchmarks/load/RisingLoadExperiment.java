package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.load.scenario.GetOrganization;
import io.orgstead.benchmarks.measure.OpenLoop;
import io.orgstead.benchmarks.measure.Round;
import io.orgstead.benchmarks.measure.Sample;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.report.Axis;
import io.orgstead.benchmarks.report.LineChart;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a request takes at rising rates, up to what the server can do. */
final class RisingLoadExperiment implements Experiment {

    private static final int ORGANIZATIONS = 100;
    private static final int CONNECTIONS = 32;
    private static final double[] PARTS = {0.05, 0.15, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9};

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        try (Installation installation = bench.install(ORGANIZATIONS)) {
            Scenario get = GetOrganization.on(installation, CONNECTIONS);
            bench.turns().warmUp(List.of(get));
            double most = Round.run(get, bench.length()).perSecond();
            Table table = new Table("Rising load: get at a rate, times from when each request was due");
            List<double[]> points = new ArrayList<>();
            for (double part : PARTS) {
                Sample sample = OpenLoop.run(get, part * most, bench.length());
                double[] point = {sample.perSecond(), sample.millis(50), sample.millis(95), sample.millis(99)};
                points.add(point);
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("part of the most", part);
                row.put("req/s", point[0]);
                row.put("p50 ms", point[1]);
                row.put("p95 ms", point[2]);
                row.put("p99 ms", point[3]);
                row.put("errors", sample.errors());
                table.add(row);
            }
            report.add(table);
            report.add("latency-against-load", chart(points));
        }
    }

    private static LineChart chart(List<double[]> points) {
        LineChart chart = new LineChart(
                "GET /org/get: latency against load", Axis.linear("requests a second"), Axis.logarithmic("ms"));
        String[] names = {"p50", "p95", "p99"};
        double[] rates = points.stream().mapToDouble(point -> point[0]).toArray();
        for (int i = 0; i < names.length; i++) {
            int column = i + 1;
            chart.add(
                    names[i],
                    rates,
                    points.stream().mapToDouble(point -> point[column]).toArray());
        }
        return chart;
    }
}
