package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.load.scenario.Documents;
import io.orgstead.benchmarks.load.scenario.Liveness;
import io.orgstead.benchmarks.report.Axis;
import io.orgstead.benchmarks.report.LineChart;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Table;
import io.orgstead.domain.organization.IsolationModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What documents cost in each isolation model, beside a request that asks no store, with few organizations and with many. */
final class DocumentsExperiment implements Experiment {

    private static final int DOCUMENTS = 10_000;

    private static Map<String, Growth.Route> quickRoutes() {
        Map<String, Growth.Route> routes = new LinkedHashMap<>();
        routes.put("live (no store)", (installation, tenant) -> Liveness.on(installation));
        routes.put("get", (installation, tenant) -> Documents.get(installation, tenant, DOCUMENTS, 1));
        routes.put("find by index", (installation, tenant) -> Documents.find(installation, tenant, DOCUMENTS, 1));
        routes.put("insert", (installation, tenant) -> Documents.insert(installation, tenant, 1));
        return routes;
    }

    private static Map<String, Growth.Route> bulkRoutes() {
        Map<String, Growth.Route> routes = new LinkedHashMap<>();
        routes.put("insert 1,000", (installation, tenant) -> Documents.insertMany(installation, tenant, 1));
        routes.put("export", (installation, tenant) -> Documents.export(installation, tenant));
        return routes;
    }

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        for (IsolationModel model : bench.models()) {
            String name = model.name().toLowerCase(Locale.ROOT);
            try (Growth growth = Growth.over(bench, report, model)) {
                growth.fill(DOCUMENTS);
                String title = "Documents in the isolation model " + name + " against the number of organizations";
                Table table = new Table(title + ": medians in ms, one request at a time");
                LineChart chart = new LineChart(
                        title, Axis.logarithmic("organizations"), Axis.logarithmic("median of a request, ms"));
                growth.compare(quickRoutes(), bench.single(), name + ": ", table, chart);
                growth.compare(bulkRoutes(), bench.singleHashes(), name + ": ", table, chart);
                report.add(table);
                report.add("documents-" + name, chart);
                growth.judgeMemory("documents, " + name);
            }
        }
    }
}
